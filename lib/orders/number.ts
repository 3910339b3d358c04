/** An order's number as people read it, also the number of its invoice: INV-000042. */
export function orderNumber(number: number): string {
  return `INV-${String(number).padStart(6, '0')}`
}

/** The number in it; null for anything else. */
export function parseOrderNumber(text: string): number | null {
  const digits = /^INV-0*([1-9]\d{0,8})$/i.exec(text.trim())?.[1]
  return digits ? Number(digits) : null
}
