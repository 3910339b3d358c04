/** "1 SCAN credit", "1,200 SCAN credits". */
export function creditsText(credits: number): string {
  return `${credits.toLocaleString('en')} SCAN ${credits === 1 ? 'credit' : 'credits'}`
}
