import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ChangePage, NoOffer } from '@/components/orders/change-page'
import { billingPath } from '@/components/orders/paths'
import { mauText, priceText } from '@/components/orders/words'
import type { OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { organizationPage } from '@/lib/http/page'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { quoteChanges } from '@/lib/orders/quote'
import { STRIPE_REFUSED } from '@/lib/orders/stripe/client'
import { taxNote } from '@/lib/orders/tax'
import { getLatestMau } from '@/lib/usage/get-latest'
import { changePlanAction } from '../actions'

export const metadata: Metadata = { title: 'Change the plan' }

export default async function Page({ params }: PageProps<'/o/[org]/market/flex/billing/change'>) {
  const { org } = await params
  const { organizationId, offer, latestUse } = await organizationPage(org, async ctx => {
    const [offer, latestUse] = await Promise.all([
      offerOrNone(ctx),
      getLatestMau(ctx, { productCode: DEFAULT_PRODUCT }),
    ])
    return { organizationId: ctx.organization.id, offer, latestUse }
  })
  if (!offer) redirect(billingPath(organizationId))
  if (typeof offer === 'string') return <NoOffer organizationId={organizationId} problem={offer} />
  const { planName, mau, price, currency, interval } = offer.subscription
  return (
    <ChangePage
      change={changePlanAction.bind(null, org)}
      current={`${planName}, up to ${mauText(mau)}, for ${priceText(price, currency, interval)}`}
      latestUse={latestUse}
      organizationId={organizationId}
      quotes={offer.quotes}
      taxNote={taxNote(offer.subscription)}
    />
  )
}

type Offer = Awaited<ReturnType<typeof quoteChanges>>

/**
 * Null where nothing can be changed: the page of the subscription says how it stands. A sentence where Stripe does not
 * say what it would cost.
 */
async function offerOrNone(ctx: OrgCtx): Promise<Offer | string | null> {
  try {
    return await quoteChanges(ctx)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error
    return error.reason === STRIPE_REFUSED ? error.message : null
  }
}
