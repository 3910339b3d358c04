interface Change {
  /** Prices of the whole period, in minor units. */
  oldPrice: number
  newPrice: number
  periodStart: Date
  periodEnd: Date
  now: Date
}

const HOUR = 60 * 60 * 1000

/**
 * What a dearer plan costs for the rest of a paid period, in minor units: the difference of the prices, by the whole
 * hours that are left, rounded down. Never negative: a cheaper plan waits for the next period.
 */
export function difference({ oldPrice, newPrice, periodStart, periodEnd, now }: Change): number {
  const whole = BigInt(periodEnd.getTime() - periodStart.getTime())
  // The hour that has begun is not charged: what is shown stays true while it is read.
  const left = periodEnd.getTime() - Math.ceil(now.getTime() / HOUR) * HOUR
  const charged = BigInt(Math.max(0, left))
  const rest = charged > whole ? whole : charged
  const more = BigInt(newPrice) - BigInt(oldPrice)
  return more <= 0n ? 0 : Number((more * rest) / whole)
}

/**
 * Up to when a period counts as used where another interval begins now: the last whole hour, so that what is shown stays
 * true while it is read. Not before it began.
 */
export function usedUntil({ periodStart }: { periodStart: Date }, now: Date): Date {
  const hour = Math.floor(now.getTime() / HOUR) * HOUR
  return new Date(Math.max(periodStart.getTime(), hour))
}
