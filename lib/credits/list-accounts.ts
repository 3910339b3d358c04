import { authorize } from '@/lib/access/authorize'
import { ownAmong } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import { isStorable } from '@/lib/storable'
import { ACCOUNT_SELECT, accountView, type CreditAccountView } from './account'
import type { ListAccountsInput } from './schema'

export interface CreditAccountRow extends CreditAccountView {
  organization: { id: string; name: string }
  /** Whether whoever asks belongs to the organization, and so may grant it nothing. */
  own: boolean
}

/** One page of the organizations that have signed up for SCAN. */
export async function listCreditAccounts(
  ctx: Ctx,
  input: ListAccountsInput,
): Promise<Page<CreditAccountRow>> {
  authorize(ctx, 'credits:read-all')
  const plan = planPage(input, input.dir, isStorable)
  const { q } = input
  const where: Prisma.CreditAccountWhereInput = q
    ? { organization: { OR: [{ name: containing(q) }, { id: containing(q) }] } }
    : {}
  const [read, total] = await Promise.all([
    ctx.db.creditAccount.findMany({
      ...keysetQuery(where, plan, { at: 'signedUpAt', id: 'organizationId' }),
      select: { ...ACCOUNT_SELECT, organization: { select: { id: true, name: true } } },
    }),
    ctx.db.creditAccount.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const owned = await ownAmong(
    ctx,
    read.map(row => row.organization.id),
  )
  const rows = read.map(({ organization, ...row }) => ({
    ...accountView(row),
    organization,
    own: owned.has(organization.id),
  }))
  const cursorOf = (row: CreditAccountRow) => ({ at: row.signedUpAt, id: row.organization.id })
  return toPage(rows, total, { ...plan, cursorOf })
}
