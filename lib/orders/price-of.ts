/** What a plan costs for one interval, in minor units; apart from what orders it, so that a page can name it. */
export function priceOf(
  plan: { monthlyPrice: number; yearlyPrice: number },
  interval: 'MONTH' | 'YEAR',
): number {
  return interval === 'MONTH' ? plan.monthlyPrice : plan.yearlyPrice
}
