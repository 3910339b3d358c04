import type { Prisma } from '@/lib/generated/prisma/client'

export const AUDIT_SELECT = {
  id: true,
  at: true,
  organizationId: true,
  actorKind: true,
  actorId: true,
  actorName: true,
  action: true,
  objectType: true,
  objectId: true,
  objectName: true,
  before: true,
  after: true,
  requestId: true,
  address: true,
} as const satisfies Prisma.AuditEventSelect

/** One entry of the audit log. */
export type AuditRow = Prisma.AuditEventGetPayload<{ select: typeof AUDIT_SELECT }>
