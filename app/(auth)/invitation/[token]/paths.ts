/** The sign-in page that leads back to this invitation. */
export function signInPath(token: string): string {
  return `/sign-in?callbackUrl=${encodeURIComponent(`/invitation/${encodeURIComponent(token)}`)}`
}
