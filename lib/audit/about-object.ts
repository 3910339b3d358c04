import type { Prisma } from '@/lib/generated/prisma/client'

/** What a history is about, and whose entries are read: null stands for those that staff alone see. */
interface About {
  organizationIds: (string | null)[]
  type: string
  id: string
}

/** What `findMany` is asked for: the latest `most` entries about one object, newest first. */
export function aboutObject({ organizationIds, type, id }: About, most: number) {
  return {
    // Naming the organizations lets the index find them.
    where: {
      OR: organizationIds.map(organizationId => ({ organizationId })),
      objectType: type,
      objectId: id,
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  } satisfies Prisma.AuditEventFindManyArgs
}
