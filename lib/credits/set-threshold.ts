import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { lockRow } from '@/lib/lock'
import { ACCOUNT_SELECT, accountView, type CreditAccountView } from './account'
import { auditObject } from './audit-object'
import type { ThresholdInput } from './schema'
import { tellAgainWhenAbove, tellLow } from './tell-low'

/** Sets when the credits count as low. Owners and admins are told at once when they do now. CONFLICT before sign-up. */
export async function setCreditThreshold(
  ctx: OrgCtx,
  { threshold }: ThresholdInput,
): Promise<CreditAccountView> {
  authorizeIn(ctx, 'credits:threshold')
  const where = { organizationId: ctx.organization.id }
  const after = await ctx.db.$transaction(async tx => {
    if (!(await lockRow(tx, 'credit_account', { organization_id: where.organizationId }))) {
      throw new AppError('CONFLICT', 'Sign up for SCAN first.')
    }
    const before = await tx.creditAccount.findUniqueOrThrow({ where, select: { threshold: true } })
    const row = await tx.creditAccount.update({ where, data: { threshold }, select: ACCOUNT_SELECT })
    const account = accountView(row)
    await tellAgainWhenAbove(tx, where.organizationId)
    if (before.threshold === threshold) return account
    await record(tx, ctx, {
      action: 'credits.threshold',
      object: auditObject(ctx.organization),
      before: { threshold: before.threshold },
      after: { threshold },
    })
    return account
  })
  if (after.low) await tellLow(ctx, where.organizationId)
  return after
}
