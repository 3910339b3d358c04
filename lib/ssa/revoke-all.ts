import { authorizeIn } from '@/lib/access/authorize'
import { auditRow } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { invalidField } from '@/lib/errors'
import type { RevokeAllSsasInput } from './schema'
import { whereStatus } from './view'

/** Revokes every live statement of the organization, once its name was typed back. */
export async function revokeAllSsas(
  ctx: OrgCtx,
  { confirmation }: RevokeAllSsasInput,
): Promise<{ revoked: number }> {
  authorizeIn(ctx, 'ssa:revoke')
  if (confirmation.trim() !== ctx.organization.name) {
    throw invalidField('confirmation', `Type ${ctx.organization.name} to confirm.`)
  }
  const now = ctx.clock.now()
  return ctx.db.$transaction(async tx => {
    const rows = await tx.ssa.updateManyAndReturn({
      where: { organizationId: ctx.organization.id, ...whereStatus('ACTIVE', now) },
      data: { status: 'REVOKED', heldName: null, revokedAt: now },
      select: { jti: true, softwareId: true },
    })
    const entries = rows.map(({ jti, softwareId }) =>
      auditRow(ctx, {
        action: 'ssa.revoke',
        object: { type: 'ssa', id: jti, name: softwareId },
        before: { status: 'ACTIVE' },
        after: { status: 'REVOKED' },
      }),
    )
    await tx.auditEvent.createMany({ data: entries })
    return { revoked: rows.length }
  })
}
