import type { Ctx } from '@/lib/context'

/** The audit rows of this object, oldest first; of one action alone when it is named. */
export function auditRows({ db }: Pick<Ctx, 'db'>, objectId: string, action?: string) {
  const where = { objectId, ...(action && { action }) }
  return db.auditEvent.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
}

/** The audited actions on this object, oldest first. */
export async function audited(ctx: Pick<Ctx, 'db'>, objectId: string): Promise<string[]> {
  return (await auditRows(ctx, objectId)).map(row => row.action)
}
