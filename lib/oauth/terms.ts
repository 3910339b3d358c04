/** Seconds that an access token lives; apart from what goes by it, so that a page that names it loads nothing else. */
export const TOKEN_LIFETIME = 300
