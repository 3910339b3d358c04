/** Digits behind the point of a currency's unit: 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2
}

/** An amount as people read it: 5000 USD is "$50.00". */
export function money(minor: number, currency: string): string {
  return formatOf(currency).format(minor / 10 ** minorDigits(currency))
}

/** An amount as programs and forms read it: 5000 USD is "50.00". */
export function decimal(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  return (minor / 10 ** digits).toFixed(digits)
}

/** The minor units of a decimal as people type it; null when it is not a whole number of them. */
export function minorUnits(text: string, currency: string): number | null {
  const digits = minorDigits(currency)
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return null
  const [, whole = '', fraction = ''] = match
  if (fraction.length > digits) return null
  return Number(whole + fraction.padEnd(digits, '0'))
}

function formatOf(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency })
}
