import { z } from '@hono/zod-openapi'
import { type CreditReason, REASONS } from '@/lib/credits/reasons'
import { json, later } from '../describe'

export const debitedSchema = z
  .object({
    transaction_id: z.uuid().openapi({ example: '019ab0c7-8b1e-7c53-9d40-5a1f0e6d2b11' }),
    org_id: z.string().openapi({ example: 'github:octo-org' }),
    product: z.string().openapi({ example: 'typekey' }),
    quantity: z.int().openapi({ example: 2 }),
    cost: z.int().openapi({ description: 'Credits in all.', example: 8 }),
    balance: z.int().openapi({ description: 'Credits that are left.', example: 492 }),
    reference: z.string().nullable().openapi({ example: 'order 4711' }),
    created_at: z.string().openapi({ example: '2026-11-21T10:00:00.000Z' }),
  })
  .openapi('CreditDebit')

export const balanceOfSchema = z
  .object({
    org_id: z.string().openapi({ example: 'github:octo-org' }),
    balance: z.int().openapi({ example: 492 }),
    threshold: z.int().openapi({ example: 50 }),
    low: z.boolean().openapi({ description: 'At the threshold or below.', example: false }),
  })
  .openapi('CreditBalance')

const errorSchema = z
  .object({
    code: z.int().openapi({ description: 'The HTTP status.', example: 402 }),
    message: z.string().openapi({
      example: 'The organization github:octo-org has 3 SCAN credits, and this costs 8.',
    }),
    reason: z.enum(Object.keys(REASONS)).openapi({ example: 'INSUFFICIENT_CREDITS' }),
  })
  .openapi('CreditError')

/** The refusals of one operation, by status: what each reason means. */
export function refusals(...statuses: number[]) {
  return Object.fromEntries(statuses.map(status => [status, refusal(status)]))
}

function refusal(status: number) {
  const told = json(errorSchema, meaningsOf(status))
  return status === 429 || status === 503 ? later(told) : told
}

const names: CreditReason[] = Object.keys(REASONS).filter(isReason)

function isReason(name: string): name is CreditReason {
  return name in REASONS
}

function meaningsOf(status: number): string {
  const here = names.filter(name => REASONS[name].status === status)
  return here.map(name => `\`${name}\`: ${REASONS[name].meaning}`).join(' ')
}
