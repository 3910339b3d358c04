import type { z } from 'zod'
import type { markPaidSchema, markReturnedSchema } from '@/lib/orders/schema'
import type { Result } from '@/lib/result'

/** The server actions of staff on one order. */
export interface StaffOrderActions {
  markPaid: (input: z.input<typeof markPaidSchema>) => Promise<Result<unknown>>
  recordLate: (input: z.input<typeof markPaidSchema>) => Promise<Result<unknown>>
  payBack: (input: { number: string; amount: number }) => Promise<Result<unknown>>
  markReturned: (input: z.input<typeof markReturnedSchema>) => Promise<Result<unknown>>
  close: (input: { number: string; reason: string }) => Promise<Result<unknown>>
}
