/** The path of a page of an organization: `/o/github:octocat/market/ssa`. A colon is readable and legal in a path. */
export function organizationPath(organizationId: string, rest = ''): string {
  const org = encodeURIComponent(organizationId).replaceAll('%3A', ':')
  return rest ? `/o/${org}/${rest}` : `/o/${org}`
}
