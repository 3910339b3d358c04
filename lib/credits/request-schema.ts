import { z } from 'zod'

const text = (most: number) =>
  z.string().min(1, 'Say at least one character.').max(most, `Use at most ${most} characters.`)

/** What the machine door takes for a debit. */
export const debitSchema = z.object({
  org_id: text(500),
  product: text(50),
  quantity: z
    .int('Use a whole number.')
    .min(1, 'At least one.')
    .max(10_000, 'At most 10,000 at once.')
    .default(1),
  reference: text(200)
    .nullish()
    .transform(value => value ?? null),
})
export type DebitInput = z.output<typeof debitSchema>

export const balanceSchema = z.object({ org_id: text(500) })
export type BalanceInput = z.output<typeof balanceSchema>
