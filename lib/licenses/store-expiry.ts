import { auditColumns } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { auditObject } from './audit-object'
import { storeEnd } from './hot-write'

interface Expired {
  id: string
  key: string
  organizationId: string
  validUntil: Date
}

/** Stores that a license has expired, so that no later clock revives it. False when it was extended meanwhile. */
export function storeExpiry(ctx: Ctx, license: Expired): Promise<boolean> {
  const { id, organizationId, validUntil } = license
  // Whoever happened to ask did not end it.
  const clock: Ctx = { ...ctx, actor: { kind: 'system', name: 'clock' } }
  const audit = auditColumns(clock, {
    action: 'license.expire',
    object: auditObject(license),
    organizationId,
    before: { status: 'LIVE' },
    after: { status: 'EXPIRED', validUntil: validUntil.toISOString() },
  })
  return storeEnd(ctx.pool, { id, at: ctx.clock.now(), audit })
}
