// Apart from schema.ts, so that a page that names them does not load zod.

export const FREE_CREDITS = 500
export const DEFAULT_THRESHOLD = 50
/** The product that license calls are entered under; the database keeps it free and active. */
export const LICENSE_PRODUCT = 'license'
/** An account holds no more. */
export const MOST_CREDITS = 1_000_000_000
