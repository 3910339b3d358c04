/** The most that a column of type `integer` holds. */
export const MAX_INT4 = 2_147_483_647
