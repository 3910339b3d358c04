/** Days, today among them, whose checks are counted; apart from the counts, so that a page can name it. */
export const CHECK_DAYS = 30
