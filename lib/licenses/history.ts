import { authorize, authorizeIn } from '@/lib/access/authorize'
import { aboutObject } from '@/lib/audit/about-object'
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

const SELECT = { id: true, at: true, action: true, actorName: true } as const
const MOST = 200

/** The latest 200 things that happened to a license of the organization, newest first, from the audit log. */
export async function licenseHistory(ctx: Ctx, { id }: LicenseId): Promise<LicenseEvent[]> {
  authorizeIn(ctx, 'license:read')
  const about = { organizationIds: [ctx.organization.id], type: 'license', id }
  return ctx.db.auditEvent.findMany({ ...aboutObject(about, MOST), select: SELECT })
}

/** The same of any license, for staff. */
export async function staffLicenseHistory(ctx: Ctx, { id }: LicenseId): Promise<StaffLicenseEvent[]> {
  authorize(ctx, 'license:read-all')
  const license = await ctx.db.license.findUnique({ where: { id }, select: { organizationId: true } })
  if (!license) return []
  const about = { organizationIds: [license.organizationId, null], type: 'license', id }
  const select = { ...SELECT, before: true, after: true }
  return ctx.db.auditEvent.findMany({ ...aboutObject(about, MOST), select })
}
