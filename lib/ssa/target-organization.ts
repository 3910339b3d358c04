import { record } from '@/lib/audit/record'
import type { ClientCtx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { invalidField } from '@/lib/errors'
import { findOrganizationId } from './hot'

/** The organization of what platform clients issue without naming one. */
const PLATFORM = { id: 'org:platform', name: 'Platform' }

interface Target {
  id: string
  /** Makes the organization when it is not there yet, in the transaction of what is issued for it. */
  make: ((tx: Tx) => Promise<void>) | null
}

/**
 * For whom a client issues: its own organization and no other, or whichever a platform client names. Ids are the same
 * whatever their case; the spelling that was first stays. INVALID (`org_id`) for another organization.
 */
export async function targetOrganization(ctx: ClientCtx, orgId: string | undefined): Promise<Target> {
  const { organization } = ctx
  if (organization) {
    if (!orgId || orgId.toLowerCase() === organization.id.toLowerCase())
      return { id: organization.id, make: null }
    throw invalidField('org_id', `This client acts in ${organization.id} only.`)
  }
  const wanted = orgId ? { id: orgId, name: orgId } : PLATFORM
  const known = await findOrganizationId(ctx.pool, wanted.id.toLowerCase())
  if (known !== null) return { id: known, make: null }
  return { id: wanted.id, make: tx => makeExternal(tx, ctx, wanted) }
}

async function makeExternal(tx: Tx, ctx: ClientCtx, { id, name }: typeof PLATFORM): Promise<void> {
  const { count } = await tx.organization.createMany({
    data: { id, name, foldedId: id.toLowerCase(), kind: 'EXTERNAL', createdAt: ctx.clock.now() },
    skipDuplicates: true,
  })
  if (count === 1) {
    await record(tx, ctx, {
      action: 'organization.create',
      object: { type: 'organization', id, name },
      after: { kind: 'EXTERNAL' },
      organizationId: id,
    })
    return
  }
  // Somebody made it since: under this very id, or the statement would name an organization that is not there.
  const same = await tx.organization.findUnique({ where: { id }, select: { id: true } })
  if (!same)
    throw invalidField(
      'org_id',
      'The organization was made just now, spelled otherwise. Send the request again.',
    )
}
