import type { Ctx } from '@/lib/context'
import { ACCOUNT_SELECT, accountView, type CreditAccountView } from './account'
import { authorizePlatform } from './platform'
import { refused } from './refused'
import type { BalanceInput } from './request-schema'

export interface BalanceOf extends CreditAccountView {
  organizationId: string
}

/** The credits of any organization, for platform clients. Refused with UNKNOWN_ORGANIZATION or NOT_SIGNED_UP. */
export async function balanceOf(ctx: Ctx, { org_id }: BalanceInput): Promise<BalanceOf> {
  authorizePlatform(ctx)
  const organization = await ctx.db.organization.findUnique({
    where: { foldedId: org_id.toLowerCase() },
    select: { id: true, creditAccount: { select: ACCOUNT_SELECT } },
  })
  if (!organization) throw refused('UNKNOWN_ORGANIZATION', `There is no organization ${org_id}.`)
  const { id, creditAccount } = organization
  if (!creditAccount) throw refused('NOT_SIGNED_UP', `The organization ${id} has not signed up for SCAN.`)
  return { organizationId: id, ...accountView(creditAccount) }
}
