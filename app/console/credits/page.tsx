import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { CreditAccountsPage } from '@/components/console/credits/accounts-page'
import { CREDIT_ACCOUNTS_URL } from '@/components/credits/paths'
import { may } from '@/lib/access/authorize'
import { listCreditAccounts } from '@/lib/credits/list-accounts'
import { listAccountsSchema } from '@/lib/credits/schema'
import { staffPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'
import { grantAction } from './actions'

export const metadata: Metadata = { title: 'SCAN credits' }

export default async function ConsoleCreditsPage({ searchParams }: PageProps<'/console/credits'>) {
  const query = await searchParams
  const { state, mayGrant } = await staffPage(async ctx => ({
    state: await prefetch(CREDIT_ACCOUNTS_URL, query, asked =>
      listCreditAccounts(ctx, parseInput(listAccountsSchema, asked)),
    ),
    mayGrant: may(ctx.actor, 'credits:grant'),
  }))
  return (
    <HydrationBoundary state={state}>
      <CreditAccountsPage grant={mayGrant ? grantAction : null} />
    </HydrationBoundary>
  )
}
