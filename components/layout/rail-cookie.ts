export const RAIL_COOKIE = 'writ.rail'
export const RAIL_CLOSED = 'closed'

/** A cookie rather than local storage: the server draws the rail as it was left, and nothing moves. */
export function rememberRail(closed: boolean): void {
  const age = closed ? 31_536_000 : 0
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https, and this holds no secret.
  document.cookie = `${RAIL_COOKIE}=${RAIL_CLOSED}; path=/; max-age=${age}; samesite=lax`
}
