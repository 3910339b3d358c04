/** How long an invitation's link works; apart from what goes by it, so that a page that names it loads nothing else. */
export const INVITATION_DAYS = 7
