/**
 * Where a `callbackUrl` leads within this site: path, query and fragment. Anything that a browser would take
 * to another origin, and anything unreadable, leads home.
 */
export function ownPath(wanted: string | null | undefined, issuer: string): string {
  if (!wanted || !URL.canParse(wanted, issuer)) return '/'
  const url = new URL(wanted, issuer)
  if (url.origin !== new URL(issuer).origin) return '/'
  // `//evil` as a path would be read as a host by whoever is redirected to it.
  return `/${url.pathname.replace(/^[/\\]+/, '')}${url.search}${url.hash}`
}
