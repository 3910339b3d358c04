// Apart from plan-schema.ts, so that a page that names them does not load zod.

/** Monthly active users of the largest plan that can be made: beyond it people of sales make an offer. */
export const MOST_PLAN_MAU = 1600

/** Monthly active users of the largest of these plans; null: there is none. */
export function largestPlan(plans: { mau: number }[]): number | null {
  return plans.length === 0 ? null : Math.max(...plans.map(({ mau }) => mau))
}
