import { createRoute, z } from '@hono/zod-openapi'
import { type BalanceOf, balanceOf } from '@/lib/credits/balance'
import { type Debit, debitCredits } from '@/lib/credits/debit'
import { balanceSchema, debitSchema } from '@/lib/credits/request-schema'
import { parseInput } from '@/lib/parse-input'
import { noStore } from '../answer'
import { readJson } from '../body'
import { header, part, serve } from '../call'
import { clientCtx } from '../client-ctx'
import { json } from '../describe'
import { balanceOfSchema, debitedSchema, refusals } from './describe'

/** SCAN credits, for platform clients. */
export const credits = part()

const common = { tags: ['Credits'], security: [{ accessToken: [] }] }

const debit = createRoute({
  ...common,
  method: 'post',
  path: '/v1/credits/debit',
  operationId: 'debitCredits',
  summary: 'Debit credits',
  description:
    'Takes the cost of a product from the credits of an organization. The same `Idempotency-Key` with the same body gets the same answer, and nothing more is debited: 201 and 402 are kept for thirty days, other refusals are not. Needs a platform client with the scope `writ:credits`.',
  request: {
    headers: z.object({
      'Idempotency-Key': z.string().openapi({
        description: '1 to 255 visible ASCII characters: new for each debit, the same when you try again.',
        example: '7f1e6a52-6f0f-4a53-a1c8-6c8a8f1f0c55',
      }),
    }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: debitSchema,
          example: { org_id: 'github:octo-org', product: 'typekey', quantity: 2, reference: 'order 4711' },
        },
      },
    },
  },
  responses: {
    201: json(debitedSchema, 'It is debited, now or when the key came first.'),
    ...refusals(400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 503),
  },
})

serve(credits, debit, async c => {
  const ctx = await clientCtx(c, 'credits')
  const key = header(c, 'idempotency-key')
  return noStore(debited(await debitCredits(ctx, key, parseInput(debitSchema, await readJson(c)))), 201)
})

const balance = createRoute({
  ...common,
  method: 'get',
  path: '/v1/credits/balance',
  operationId: 'creditBalance',
  summary: 'Read the balance',
  description: 'How many credits an organization has. Needs a platform client with the scope `writ:credits`.',
  request: { query: balanceSchema },
  responses: {
    200: json(balanceOfSchema, 'The credits of the organization.'),
    ...refusals(401, 403, 404, 409, 422, 429, 500, 503),
  },
})

serve(credits, balance, async c => {
  const ctx = await clientCtx(c, 'credits')
  return noStore(shown(await balanceOf(ctx, parseInput(balanceSchema, c.req.query()))))
})

function debited(debit: Debit): z.output<typeof debitedSchema> {
  return {
    transaction_id: debit.transactionId,
    org_id: debit.organizationId,
    product: debit.product,
    quantity: debit.quantity,
    cost: debit.cost,
    balance: debit.balance,
    reference: debit.reference,
    created_at: debit.at.toISOString(),
  }
}

function shown({ organizationId, balance, threshold, low }: BalanceOf): z.output<typeof balanceOfSchema> {
  return { org_id: organizationId, balance, threshold, low }
}
