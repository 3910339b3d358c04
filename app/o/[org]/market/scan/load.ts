import { redirect } from 'next/navigation'
import { scanPath } from '@/components/credits/paths'
import { may } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { type CreditAccountView, getCreditAccount } from '@/lib/credits/account'
import { organizationPage } from '@/lib/http/page'

interface Loaded {
  organizationId: string
  account: CreditAccountView
  mayAsk: boolean
}

/** For the tabs of an organization that has signed up; the others are led to where they can. */
export async function scanTab<T>(org: string, load: (ctx: OrgCtx) => Promise<T>): Promise<T & Loaded> {
  const { id, account, mayAsk, loaded } = await organizationPage(org, async ctx => {
    const account = await getCreditAccount(ctx)
    const mayAsk = may(ctx.actor, 'ticket:write')
    return { id: ctx.organization.id, account, mayAsk, loaded: account && (await load(ctx)) }
  })
  if (!account || !loaded) return redirect(scanPath(id))
  return { ...loaded, organizationId: id, account, mayAsk }
}
