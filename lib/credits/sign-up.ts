import { authorizeIn } from '@/lib/access/authorize'
import { actorColumns, record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { ACCOUNT_SELECT, accountView, type CreditAccountView } from './account'
import { auditObject } from './audit-object'
import { DEFAULT_THRESHOLD, FREE_CREDITS } from './terms'

/** Signs the organization up for SCAN, with the free credits: once, however often and wherever it is asked. */
export async function signUpForCredits(ctx: OrgCtx): Promise<CreditAccountView> {
  authorizeIn(ctx, 'credits:sign-up')
  const { id: organizationId } = ctx.organization
  await ctx.db.$transaction(async tx => {
    const at = ctx.clock.now()
    const account = {
      organizationId,
      balance: FREE_CREDITS,
      transactions: 1,
      threshold: DEFAULT_THRESHOLD,
      signedUpAt: at,
    }
    // Whoever is second waits here for the first, and has nothing left to do.
    const { count } = await tx.creditAccount.createMany({ data: [account], skipDuplicates: true })
    if (count === 0) return
    await tx.creditEntry.create({
      data: {
        ...actorColumns(ctx.actor),
        organizationId,
        at,
        kind: 'SIGN_UP',
        credits: FREE_CREDITS,
        balance: FREE_CREDITS,
      },
    })
    await record(tx, ctx, {
      action: 'credits.sign-up',
      object: auditObject(ctx.organization),
      after: { credits: FREE_CREDITS, threshold: DEFAULT_THRESHOLD },
    })
  })
  const where = { organizationId }
  return accountView(await ctx.db.creditAccount.findUniqueOrThrow({ where, select: ACCOUNT_SELECT }))
}
