import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { MAILED_SELECT, voidMail } from './mails'
import { orderObject } from './place'

interface Closing {
  id: string
  reason: string
  /** Whether the customer does not know of it yet. Whoever was mailed an invoice is told in any case: it must not be paid. */
  mail: boolean
}

/** Open → void within the caller's transaction, who has authorized and told the provider. False when not open any more. */
export async function closeOrder(tx: Tx, ctx: Ctx, { id, reason, mail }: Closing): Promise<boolean> {
  const [order] = await tx.order.updateManyAndReturn({
    where: { id, status: 'OPEN' },
    data: { status: 'VOID', closedAt: ctx.clock.now(), closedReason: reason },
    select: { id: true, provider: true, ...MAILED_SELECT },
  })
  if (!order) return false
  await record(tx, ctx, {
    action: 'order.void',
    object: orderObject(order),
    organizationId: order.organizationId,
    before: { status: 'OPEN' },
    after: { status: 'VOID', reason },
  })
  if (mail || order.provider === 'INVOICE') await queueMail(tx, ctx, voidMail(ctx, order, reason))
  return true
}
