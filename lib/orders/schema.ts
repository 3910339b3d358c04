import { z } from 'zod'
import { parseOrderNumber } from './number'

export const BILLING_INTERVALS = ['MONTH', 'YEAR'] as const
export type BillingInterval = (typeof BILLING_INTERVALS)[number]

export const ORDER_STATUSES = ['OPEN', 'PAID', 'VOID', 'TO_REFUND', 'REFUNDED'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

const line = (label: string, longest = 200) =>
  z.string().trim().max(longest, `Use at most ${longest} characters.`).min(1, label)

/** Who pays, as it stands on the invoice. */
export const detailsSchema = z.object({
  company: line('Give the name of the company, or your own.'),
  contactName: line('Say who to address.'),
  email: z.string().trim().max(254).pipe(z.email('This is not an e-mail address.')),
  address: line('Give the address for the invoice.', 500),
  taxId: z.string().trim().max(50, 'Use at most 50 characters.').default(''),
})
export type Details = z.output<typeof detailsSchema>

const planCode = z.string().min(1, 'Choose a plan.').max(50)
const interval = z.enum(BILLING_INTERVALS, 'Choose monthly or yearly.')

export const subscribeSchema = detailsSchema.extend({ planCode, interval })
export type SubscribeInput = z.output<typeof subscribeSchema>

/** An order by its number, as in a page's address. */
export const orderRefSchema = z.object({
  number: z.string().transform((text, context) => {
    const number = parseOrderNumber(text)
    if (number !== null) return number
    context.addIssue('This is not the number of an order.')
    return z.NEVER
  }),
})
export type OrderRef = z.output<typeof orderRefSchema>

export const changePlanSchema = z.object({
  planCode,
  interval,
  /** Minor units that the customer agreed to pay now. */
  agreed: z.int().min(0),
})
export type ChangePlanInput = z.output<typeof changePlanSchema>

export const cancelSchema = z.object({ cancel: z.boolean() })
export type CancelInput = z.output<typeof cancelSchema>

export const markPaidSchema = orderRefSchema.extend({
  reference: line('Say what the payment is known by, such as the bank’s reference.'),
  paidAt: z.coerce.date({ error: 'Choose the day of the payment.' }),
})
export type MarkPaidInput = z.output<typeof markPaidSchema>

export const payBackSchema = orderRefSchema.extend({
  /** Minor units that are left to be paid back, as they were shown. */
  amount: z.int().min(0),
})
export type PayBackInput = z.output<typeof payBackSchema>

export const markReturnedSchema = orderRefSchema.extend({
  note: line('Say how it was returned, such as the bank’s reference.', 500),
})
export type MarkReturnedInput = z.output<typeof markReturnedSchema>

export const voidOrderSchema = orderRefSchema.extend({
  reason: line('Say why: the customer is told.', 500),
})
export type VoidOrderInput = z.output<typeof voidOrderSchema>
