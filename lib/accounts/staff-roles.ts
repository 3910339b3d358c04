import type { StaffRole } from '@/lib/context'
import type { Db } from '@/lib/db'
import { env } from '@/lib/env'

/** The platform roles of a verified address: granted on the command line, or by `WRIT_OPERATORS` and `WRIT_SALES`. */
export async function staffRoles(db: Db, email: string | null): Promise<StaffRole[]> {
  if (!email) return []
  const grants = await db.staffGrant.findMany({ where: { email }, select: { role: true } })
  const roles = new Set<StaffRole>(grants.map(grant => grant.role))
  if (env().WRIT_OPERATORS.includes(email)) roles.add('OPERATOR')
  if (env().WRIT_SALES.includes(email)) roles.add('SALES')
  return [...roles]
}
