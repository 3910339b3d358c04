import type { StaffRole } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'

/** The platform roles of a verified address: granted on the command line, or by `WRIT_OPERATORS` and `WRIT_SALES`. */
export async function staffRoles(db: Tx, email: string | null): Promise<StaffRole[]> {
  if (!email) return []
  const grants = await db.staffGrant.findMany({ where: { email }, select: { role: true } })
  const roles = new Set<StaffRole>(grants.map(grant => grant.role))
  if (env().WRIT_OPERATORS.includes(email)) roles.add('OPERATOR')
  if (env().WRIT_SALES.includes(email)) roles.add('SALES')
  return [...roles]
}

/** The addresses of everybody who has this platform role, or any. */
export async function staffAddresses(db: Tx, role?: StaffRole): Promise<string[]> {
  const grants = await db.staffGrant.findMany({ where: role ? { role } : {}, select: { email: true } })
  const { WRIT_OPERATORS, WRIT_SALES } = env()
  const named = { OPERATOR: WRIT_OPERATORS, SALES: WRIT_SALES }
  const settings = role ? named[role] : Object.values(named).flat()
  return [...new Set([...grants.map(({ email }) => email), ...settings])]
}
