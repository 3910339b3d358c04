import { z } from 'zod'
import { newestFirst, oneOf, pageSchema, searchText } from '@/lib/keyset'
import { addressedMoment } from '@/lib/moment'
import { visibleName } from '@/lib/visible-name'

const CREDIT_KINDS = ['SIGN_UP', 'GRANT', 'DEBIT', 'LICENSE_CALL'] as const
export type CreditKind = (typeof CREDIT_KINDS)[number]

export const signUpSchema = z.object({})

export const thresholdSchema = z.object({
  threshold: z
    .int('Enter a whole number of credits, at most 1,000,000.')
    .min(0, 'Zero is the least.')
    .max(1_000_000, 'Enter at most 1,000,000.'),
})
export type ThresholdInput = z.output<typeof thresholdSchema>

export const grantSchema = z.object({
  organizationId: z.string().min(1).max(500),
  amount: z
    .int('Enter a whole number of credits, at most 1,000,000.')
    .min(1, 'Grant at least one credit.')
    .max(1_000_000, 'Grant at most 1,000,000 at a time.'),
  reason: z
    .string()
    .trim()
    .min(1, 'Say why: members of the organization read it.')
    .max(200, 'Use at most 200 characters.'),
})
export type GrantInput = z.output<typeof grantSchema>

export const productCode = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{0,49}$/, 'Use lower-case letters, digits, and . _ - (at most 50).')

/** What operators may change of a product. */
export const changeProductSchema = z.object({
  code: productCode,
  name: visibleName('Give the product a name.'),
  description: z.string().trim().max(200, 'Use at most 200 characters.'),
  cost: z
    .int('Enter a whole number of credits.')
    .min(0, 'Zero is the least.')
    .max(100_000, 'Enter at most 100,000.'),
  active: z.boolean(),
})
export type ChangeProductInput = z.output<typeof changeProductSchema>

export const createProductSchema = changeProductSchema.omit({ active: true })
export type CreateProductInput = z.output<typeof createProductSchema>

/** What narrows the transactions. */
const transactionFilterSchema = z.object({
  product: z.string().max(50).catch('').default(''),
  kind: oneOf(CREDIT_KINDS),
  /** From this moment, inclusive. */
  from: addressedMoment,
  /** Up to this moment, exclusive. */
  to: addressedMoment,
})
export type TransactionFilter = z.output<typeof transactionFilterSchema>

export const listTransactionsSchema = pageSchema
  .extend(transactionFilterSchema.shape)
  .extend({ dir: newestFirst })
export type ListTransactionsInput = z.output<typeof listTransactionsSchema>

export const exportTransactionsSchema = transactionFilterSchema.extend({ format: z.enum(['csv', 'json']) })
export type ExportTransactionsInput = z.output<typeof exportTransactionsSchema>

export const listAccountsSchema = pageSchema.extend({
  q: searchText,
  dir: newestFirst,
})
export type ListAccountsInput = z.output<typeof listAccountsSchema>
