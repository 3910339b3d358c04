import { organizationPath } from '@/lib/organizations/path'
import type { ConsentProblem } from '@/lib/repositories/schema'

/** The page on which a member chooses the repository; `problem` is why GitHub gave no access. */
export function repositoryPath(organizationId: string, problem: ConsentProblem | null = null): string {
  const path = organizationPath(organizationId, 'repository')
  return problem ? `${path}?problem=${problem}` : path
}

/** The portal read behind its list. */
export function repositoriesUrl(organizationId: string): string {
  return `/api/portal${organizationPath(organizationId, 'repositories')}`
}
