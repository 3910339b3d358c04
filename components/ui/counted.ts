import { EXACT_TOTAL } from '@/lib/page'

/** "1,000", and "1,000+" for what is counted no further. */
export function totalText(total: number): string {
  return total > EXACT_TOTAL ? `${EXACT_TOTAL.toLocaleString('en')}+` : total.toLocaleString('en')
}

/** "1 SSA", "1,000 clients", and "more than 1,000 clients" for what is counted no further. */
export function counted(count: number, noun: string): string {
  if (count > EXACT_TOTAL) return `more than ${counted(EXACT_TOTAL, noun)}`
  return `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`
}
