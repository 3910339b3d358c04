import { createRoute, z } from '@hono/zod-openapi'
import type { Ctx } from '@/lib/context'
import { log } from '@/lib/log'
import { receiveStripeEvent } from '@/lib/orders/stripe/receive'
import { noStore } from './answer'
import { readText } from './body'
import { callCtx, header, part, serve } from './call'
import { json, oauthError } from './describe'

const route = createRoute({
  method: 'post',
  path: '/webhooks/stripe',
  operationId: 'stripeEvent',
  tags: ['Operation'],
  summary: 'Events of Stripe',
  description: 'Where Stripe tells of payments, signed with the webhook secret. Any event may come again.',
  request: {
    headers: z.object({ 'stripe-signature': z.string() }),
    body: { content: { 'application/json': { schema: z.looseObject({}) } }, required: true },
  },
  responses: {
    200: json(z.object({ received: z.string() }), 'It was taken: done, replayed or ignored.'),
    400: oauthError('The signature does not fit.'),
    404: oauthError('Stripe is not set up here.'),
  },
})

/** Events of Stripe; its signature is all the credentials there are. */
export const stripeEvents = part()

serve(stripeEvents, route, async c => {
  const body = await readText(c.env.incoming)
  const received = await receiveStripeEvent(stripeCtx(callCtx(c)), {
    body,
    signature: header(c, 'stripe-signature') ?? '',
  })
  log.info({ received }, 'an event of Stripe')
  return noStore({ received })
})

/** Nobody may act in Stripe's name before the signature is checked, which is the first thing that is done. */
function stripeCtx(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: 'system', name: 'Stripe' } }
}
