import type Stripe from 'stripe'
import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import type { Tx } from '@/lib/db'
import { endSubscription } from '../end'
import { markLate } from '../late'
import { GRACE_DAYS } from '../periods'
import { holdOrders } from '../place'
import { setCancel } from '../set-cancel'
import { periodAt } from './agreed'
import { asked, stripe } from './client'
import { step, untilStill } from './event'

/** A subscription changed or ended at Stripe, by us, by its people, or for want of payment: ours follows. */
export async function takeStatus(ctx: Ctx, stripeSubscriptionId: string): Promise<void> {
  await untilStill(
    () => asked(stripe().subscriptions.retrieve(stripeSubscriptionId)),
    theirs => step(ctx, tx => take(tx, ctx, theirs)),
  )
}

/** Whether anything changed here. */
async function take(tx: Tx, ctx: Ctx, theirs: Stripe.Subscription): Promise<boolean> {
  await holdOrders(tx)
  const ours = await tx.subscription.findUnique({
    where: { stripeSubscriptionId: theirs.id, status: { not: 'ENDED' } },
    select: { id: true, status: true, periodEnd: true, cancelAtPeriodEnd: true },
  })
  if (!ours) return false
  const { id, periodEnd, cancelAtPeriodEnd } = ours
  await takeTax(tx, id, theirs.automatic_tax.enabled)
  switch (theirs.status) {
    case 'canceled':
    case 'incomplete_expired': {
      // We ended it there ourselves: whoever did does what is to be done about the license.
      const { ended } = theirs.metadata
      if (ended) return endSubscription(tx, ctx, { id, reason: ended })
      const late = ours.status === 'PAST_DUE'
      return endSubscription(tx, ctx, {
        id,
        reason: late ? 'Its renewal could not be charged.' : 'It was canceled.',
        // The grace was promised; who is not late has the time that is paid for.
        licenseUntil: late ? daysAfter(periodEnd, GRACE_DAYS) : periodEnd,
      })
    }
    case 'past_due':
    case 'unpaid':
      // What Stripe said a moment ago may be paid by now: then the period that runs there is paid for here.
      return periodAt(theirs).start < periodEnd ? false : markLate(tx, ctx, { id, periodEnd })
    default: {
      const cancel = theirs.cancel_at_period_end
      return cancel === cancelAtPeriodEnd ? false : setCancel(tx, ctx, { id, cancel })
    }
  }
}

/** Whether tax is added is settled there: by the checkout that it began with, or by our people in the dashboard. */
async function takeTax(tx: Tx, id: string, automaticTax: boolean): Promise<void> {
  await tx.subscription.updateMany({ where: { id, automaticTax: !automaticTax }, data: { automaticTax } })
}
