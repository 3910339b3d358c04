import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'

/** The SCAN subscription of an organization. */
export interface CreditAccountView {
  balance: number
  threshold: number
  /** How many entries the ledger has. */
  transactions: number
  signedUpAt: Date
  /** At the threshold or below. */
  low: boolean
}

export const ACCOUNT_SELECT = {
  balance: true,
  threshold: true,
  transactions: true,
  signedUpAt: true,
} as const satisfies Prisma.CreditAccountSelect

type Row = Omit<CreditAccountView, 'low'>

export function accountView(row: Row): CreditAccountView {
  return { ...row, low: row.balance <= row.threshold }
}

/** The organization's credits; null before it has signed up. One row, however long the ledger is. */
export async function getCreditAccount(ctx: OrgCtx): Promise<CreditAccountView | null> {
  authorizeIn(ctx, 'credits:read')
  const row = await ctx.db.creditAccount.findUnique({
    where: { organizationId: ctx.organization.id },
    select: ACCOUNT_SELECT,
  })
  return row && accountView(row)
}
