interface SignInQuery {
  /** Where to go afterwards: a path of this site, as `ownPath` gives it. */
  callbackUrl?: string
  /** What went wrong, as the page has a message for it. */
  error?: string
}

/** The sign-in page, and what it is told. */
export function signInPath({ callbackUrl, error }: SignInQuery = {}): string {
  const query = new URLSearchParams()
  if (error) query.set('error', error)
  if (callbackUrl && callbackUrl !== '/') query.set('callbackUrl', callbackUrl)
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in'
}
