import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { latestOrder } from './latest-order'
import { lateMail } from './mails'
import { GRACE_DAYS } from './periods'
import { subscriptionObject } from './subscription'

interface Unpaid {
  id: string
  /** The end of the last period that was paid, as the caller has seen it. */
  periodEnd: Date
}

/**
 * Notes within the caller's transaction that a payment failed or is late: the grace is told once. False when known, or
 * paid meanwhile.
 */
export async function markLate(tx: Tx, ctx: Ctx, { id, periodEnd }: Unpaid): Promise<boolean> {
  const [late] = await tx.subscription.updateManyAndReturn({
    where: { id, status: 'ACTIVE', periodEnd },
    data: { status: 'PAST_DUE', pastDueAt: ctx.clock.now() },
    select: { id: true, planName: true, organizationId: true, periodEnd: true },
  })
  if (!late) return false
  const graceUntil = daysAfter(late.periodEnd, GRACE_DAYS)
  await record(tx, ctx, {
    action: 'subscription.late',
    object: subscriptionObject(late),
    organizationId: late.organizationId,
    before: { status: 'ACTIVE' },
    after: { status: 'PAST_DUE', graceUntil: graceUntil.toISOString() },
  })
  // Whom to write to stands on the latest order; it may have been for another plan that nobody paid.
  const { planName } = late
  await queueMail(tx, ctx, lateMail(ctx, { ...(await latestOrder(tx, id)), planName }, graceUntil))
  return true
}
