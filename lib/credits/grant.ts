import { authorize } from '@/lib/access/authorize'
import { giveTo } from '@/lib/access/not-own'
import { actorColumns, record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { ACCOUNT_SELECT, accountView, type CreditAccountView } from './account'
import { auditObject } from './audit-object'
import type { GrantInput } from './schema'
import { tellAgainWhenAbove } from './tell-low'
import { MOST_CREDITS } from './terms'

/** Adds credits to an organization of others. CONFLICT when it has not signed up, or would hold too many. */
export async function grantCredits(
  ctx: Ctx,
  { organizationId, amount, reason }: GrantInput,
): Promise<CreditAccountView> {
  authorize(ctx, 'credits:grant')
  return giveTo(ctx, organizationId, async tx => {
    const [row] = await tx.creditAccount.updateManyAndReturn({
      where: { organizationId, balance: { lte: MOST_CREDITS - amount } },
      data: { balance: { increment: amount }, transactions: { increment: 1 } },
      select: { ...ACCOUNT_SELECT, organization: { select: { id: true, name: true } } },
    })
    if (!row) throw await whyNot(tx, organizationId)
    const { organization, ...rest } = row
    const account = accountView(rest)
    await tellAgainWhenAbove(tx, organizationId)
    await tx.creditEntry.create({
      data: {
        ...actorColumns(ctx.actor),
        organizationId,
        at: ctx.clock.now(),
        kind: 'GRANT',
        reason,
        credits: amount,
        balance: account.balance,
      },
    })
    await record(tx, ctx, {
      action: 'credits.grant',
      object: auditObject(organization),
      organizationId,
      after: { credits: amount, balance: account.balance, reason },
    })
    return account
  })
}

async function whyNot(tx: Tx, organizationId: string): Promise<AppError> {
  const account = await tx.creditAccount.findUnique({
    where: { organizationId },
    select: { balance: true },
  })
  return account
    ? new AppError('CONFLICT', 'No organization holds more than a billion credits.')
    : new AppError('CONFLICT', 'This organization has not signed up for SCAN.')
}
