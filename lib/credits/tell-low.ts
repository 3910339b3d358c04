import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { queueMail } from '@/lib/email/queue'
import { managerAddresses } from '@/lib/organizations/member-addresses'
import { auditObject } from './audit-object'
import { lowMail } from './low-mail'

/**
 * Mails the owners and admins when the credits are at the threshold or below and nobody was told: whoever asks first,
 * on whichever process, tells; the mails leave if and only if that is kept. False when there was nothing to tell.
 */
export async function tellLow(ctx: Ctx, organizationId: string): Promise<boolean> {
  const where = { organizationId, toldLowAt: null, balance: { lte: ctx.db.creditAccount.fields.threshold } }
  return ctx.db.$transaction(async tx => {
    const [told] = await tx.creditAccount.updateManyAndReturn({
      where,
      data: { toldLowAt: ctx.clock.now() },
      select: { balance: true, threshold: true, organization: { select: { id: true, name: true } } },
    })
    if (!told) return false
    const { organization, ...credits } = told
    const managers = await managerAddresses(tx, organizationId)
    for (const to of managers)
      await queueMail(tx, ctx, lowMail({ ...credits, organization, to, issuer: ctx.issuer }))
    const writ: Ctx = { ...ctx, actor: { kind: 'system', name: 'credits' }, address: null }
    await record(tx, writ, {
      action: 'credits.low',
      object: auditObject(organization),
      organizationId,
      after: { ...credits, mails: managers.length },
    })
    return true
  })
}

/** Above the threshold the next fall is told again: for every statement that raises the balance or lowers the threshold. */
export async function tellAgainWhenAbove(tx: Tx, organizationId: string): Promise<void> {
  const balance = { gt: tx.creditAccount.fields.threshold }
  await tx.creditAccount.updateMany({ where: { organizationId, balance }, data: { toldLowAt: null } })
}
