import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'

/** The verified addresses of the members that `where` names, those who joined first first. */
export async function memberAddresses(tx: Tx, where: Prisma.MemberWhereInput): Promise<string[]> {
  const members = await tx.member.findMany({
    where: { AND: [where, { account: { email: { not: null } } }] },
    orderBy: { createdAt: 'asc' },
    select: { account: { select: { email: true } } },
  })
  return members.flatMap(({ account }) => account.email ?? [])
}

/** Those of owners and admins. */
export function managerAddresses(tx: Tx, organizationId: string): Promise<string[]> {
  return memberAddresses(tx, { organizationId, role: { in: ['OWNER', 'ADMIN'] } })
}
