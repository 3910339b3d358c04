import type { Metadata } from 'next'
import { Overview } from '@/components/credits/overview'
import { ScanPage } from '@/components/credits/scan-page'
import { SignUpPage } from '@/components/credits/sign-up-page'
import { Tiles } from '@/components/credits/tiles'
import { may } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { getCreditAccount } from '@/lib/credits/account'
import { listTransactions } from '@/lib/credits/list'
import { creditPrices } from '@/lib/credits/products'
import { listTransactionsSchema } from '@/lib/credits/schema'
import { organizationPage } from '@/lib/http/page'
import { countSsas } from '@/lib/ssa/count'
import { signUpAction } from './actions'

export const metadata: Metadata = { title: 'SCAN' }

export default async function Page({ params }: PageProps<'/o/[org]/market/scan'>) {
  const { org } = await params
  const { organization, account, maySignUp, mayAsk, latest, ssas, prices } = await organizationPage(org, load)
  if (!account) {
    const signUp = maySignUp ? signUpAction.bind(null, org) : null
    return <SignUpPage organization={organization} prices={prices} signUp={signUp} />
  }
  const { id } = organization
  return (
    <ScanPage account={account} mayAsk={mayAsk} organizationId={id}>
      <Tiles {...account} ssas={ssas} />
      <Overview latest={latest} organizationId={id} prices={prices} />
    </ScanPage>
  )
}

async function load(ctx: OrgCtx) {
  const [account, transactions, ssas, all] = await Promise.all([
    getCreditAccount(ctx),
    listTransactions(ctx, listTransactionsSchema.parse({})),
    countSsas(ctx),
    creditPrices(ctx),
  ])
  return {
    organization: ctx.organization,
    account,
    maySignUp: may(ctx.actor, 'credits:sign-up'),
    mayAsk: may(ctx.actor, 'ticket:write'),
    latest: transactions.rows.map(row => ({ ...row, at: row.at.toISOString() })),
    ssas,
    prices: all.filter(product => product.active),
  }
}
