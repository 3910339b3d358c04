import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { auditObject } from './audit-object'
import type { LicenseFacts } from './hot'

/** Stores that a license has expired, so that no later clock revives it. False when it was extended meanwhile. */
export async function storeExpiry(ctx: Ctx, license: Pick<LicenseFacts, 'id' | 'key'>): Promise<boolean> {
  const now = ctx.clock.now()
  return ctx.db.$transaction(async tx => {
    const [ended] = await tx.license.updateManyAndReturn({
      where: { id: license.id, status: 'LIVE', validUntil: { lte: now } },
      data: { status: 'EXPIRED', endedAt: now },
      select: { organizationId: true, validUntil: true },
    })
    if (!ended) return false
    // Whoever happened to ask did not end it.
    await record(
      tx,
      { ...ctx, actor: { kind: 'system', name: 'clock' } },
      {
        action: 'license.expire',
        object: auditObject(license),
        organizationId: ended.organizationId,
        before: { status: 'LIVE' },
        after: { status: 'EXPIRED', validUntil: ended.validUntil.toISOString() },
      },
    )
    return true
  })
}
