import type { Metadata } from 'next'
import { PlansPage } from '@/components/orders/plans-page'
import { may } from '@/lib/access/authorize'
import { staffPage } from '@/lib/http/page'
import { listPlans, planProducts } from '@/lib/orders/plans'
import { missingInvoiceSettings } from '@/lib/orders/seller'
import { changePlanTermsAction, createPlanAction } from './actions'

export const metadata: Metadata = { title: 'Plans' }

export default async function ConsolePlansPage() {
  const data = await staffPage(async ctx => {
    const [plans, products] = await Promise.all([listPlans(ctx), planProducts(ctx)])
    return { plans, products, mayChange: may(ctx.actor, 'plan:change'), missing: missingInvoiceSettings() }
  })
  return <PlansPage {...data} change={changePlanTermsAction} create={createPlanAction} />
}
