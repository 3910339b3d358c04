import { daysAfter } from '@/lib/days'
import { setCancel } from '../cancel'
import { endSubscription } from '../end'
import { markLate } from '../late'
import { GRACE_DAYS } from '../periods'
import { asked, stripe } from './client'
import type { Handler } from './event'

/** A subscription changed or ended at Stripe, by us, by its people, or for want of payment: ours follows. */
export const onSubscription: Handler = async (ctx, id) => {
  const ours = await ctx.db.subscription.findUnique({
    where: { stripeSubscriptionId: id },
    select: { id: true, status: true, periodEnd: true, cancelAtPeriodEnd: true },
  })
  if (!ours || ours.status === 'ENDED') return null
  const { status, cancel_at_period_end: canceled } = await asked(stripe().subscriptions.retrieve(id))
  if (status === 'canceled' || status === 'incomplete_expired') {
    const late = ours.status === 'PAST_DUE'
    return tx =>
      endSubscription(tx, ctx, {
        id: ours.id,
        reason: late ? 'Its renewal could not be charged.' : 'It was canceled.',
        // The grace was promised; who is not late has the time that is paid for.
        licenseUntil: late ? daysAfter(ours.periodEnd, GRACE_DAYS) : ours.periodEnd,
      })
  }
  if (status === 'past_due' || status === 'unpaid') return tx => markLate(tx, ctx, ours.id)
  if (canceled !== ours.cancelAtPeriodEnd) return tx => setCancel(tx, ctx, ours.id, canceled)
  return null
}
