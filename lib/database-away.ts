/** What is said of an answer that failed because the database is away. */
export const DATABASE_AWAY = 'The database cannot be reached just now. Try again in a moment.'
/** Seconds until the same request may succeed. */
export const AWAY_RETRY_AFTER = 2
/** Next's digest of such an error, by which a page's words are chosen. */
export const AWAY_DIGEST = 'DATABASE_AWAY'
