// Apart from what goes by them, so that a page that names them loads nothing else.

/** How long a sign-in link works. */
export const LINK_MINUTES = 15
/** How long a person stays signed in. */
export const SESSION_DAYS = 30
