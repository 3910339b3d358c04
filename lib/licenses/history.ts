import { authorize, authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { LicenseId } from './schema'

export interface LicenseEvent {
  id: string
  at: Date
  action: string
  actorName: string
}

/** For staff: also what was changed, and events that the organization does not see. */
export interface StaffLicenseEvent extends LicenseEvent {
  before: Prisma.JsonValue
  after: Prisma.JsonValue
}

const EVENT = { id: true, at: true, action: true, actorName: true } as const
const LATEST = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 200 }

/** The latest 200 things that happened to a license of the organization, newest first, from the audit log. */
export async function licenseHistory(ctx: Ctx, { id }: LicenseId): Promise<LicenseEvent[]> {
  authorizeIn(ctx, 'license:read')
  const where = { organizationId: ctx.organization.id, objectType: 'license', objectId: id }
  return ctx.db.auditEvent.findMany({ where, ...LATEST, select: EVENT })
}

/** The same of any license, for staff. */
export async function staffLicenseHistory(ctx: Ctx, { id }: LicenseId): Promise<StaffLicenseEvent[]> {
  authorize(ctx, 'license:read-all')
  const license = await ctx.db.license.findUnique({ where: { id }, select: { organizationId: true } })
  if (!license) return []
  // Naming the organizations lets the index find them.
  const where = {
    OR: [{ organizationId: license.organizationId }, { organizationId: null }],
    objectType: 'license',
    objectId: id,
  }
  return ctx.db.auditEvent.findMany({ where, ...LATEST, select: { ...EVENT, before: true, after: true } })
}
