import type { Ctx } from '@/lib/context'
import { RENEWED_SELECT } from '../renewal'
import { nextTerms } from '../view'
import { toStripe } from './amount'
import { changePrice, itemOf, stripeIdOf } from './calls'
import { asked, stripe } from './client'

/** What Stripe charges for the next period is brought to what was agreed here. Changes nothing where it is. */
export async function keepPrice({ db }: Ctx, id: string): Promise<void> {
  const ours = await db.subscription.findFirst({
    where: { id, status: { not: 'ENDED' } },
    select: { ...RENEWED_SELECT, stripeSubscriptionId: true },
  })
  if (!ours) return
  const terms = { ...nextTerms(ours), currency: ours.currency }
  const theirs = await asked(stripe().subscriptions.retrieve(stripeIdOf(ours)))
  if (theirs.status === 'canceled') return
  if (itemOf(theirs).price.unit_amount === toStripe(terms.price, terms.currency)) return
  await changePrice(ours, terms)
}
