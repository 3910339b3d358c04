import type { Ctx } from '@/lib/context'
import type { Db } from '@/lib/db'
import { Gathered } from '@/lib/gathered'
import { uuid7 } from '@/lib/uuid'
import { LICENSE_PRODUCT } from './terms'

interface LicenseCall {
  organization_id: string
  at: Date
  /** `isActive`, `retrieve`, … */
  reference: string
  actor_id: string
  actor_name: string
}

/** By the ids of their entries. */
const calls = new Gathered<LicenseCall>({
  what: 'license calls',
  store: enter,
  merge: call => call,
  repeatable: true,
  every: 1000,
})

/** Notes a license call of an organization's software; entered within a second where it has signed up for SCAN. */
export function noteLicenseCall({ db, clock, actor, organization }: Ctx, operation: string): void {
  if (!organization || actor.kind !== 'client') return
  const call = {
    organization_id: organization.id,
    at: clock.now(),
    reference: operation,
    actor_id: actor.clientId,
    actor_name: actor.name,
  }
  calls.add(db, uuid7(), call)
}

async function enter(db: Db, noted: [string, LicenseCall][]): Promise<void> {
  // Most organizations have no credits: their calls are not sent to the database at all.
  const ids = [...new Set(noted.map(([, call]) => call.organization_id))]
  const accounts = await db.creditAccount.findMany({
    where: { organizationId: { in: ids } },
    select: { organizationId: true },
  })
  const signedUp = new Set(accounts.map(account => account.organizationId))
  const entries = noted.flatMap(([id, call]) => (signedUp.has(call.organization_id) ? [{ id, ...call }] : []))
  if (entries.length > 0) await store(db, JSON.stringify(entries))
}

/** Locks accounts in one order, so that two processes never wait for each other; what a broken write did enter, stays. */
function store(db: Db, entries: string): Promise<number> {
  return db.$executeRaw`
    WITH call AS (
      SELECT * FROM jsonb_to_recordset(${entries}::jsonb)
        AS c (id uuid, organization_id text, at timestamptz, reference text, actor_id text, actor_name text)
      WHERE NOT EXISTS (SELECT FROM credit_entry e WHERE e.id = c.id)),
    locked AS (
      SELECT organization_id FROM credit_account WHERE organization_id IN (SELECT organization_id FROM call)
      ORDER BY organization_id FOR NO KEY UPDATE),
    counted AS (
      SELECT organization_id, count(*)::int AS calls FROM call JOIN locked USING (organization_id) GROUP BY 1),
    account AS (
      UPDATE credit_account a SET transactions = a.transactions + counted.calls
      FROM counted WHERE a.organization_id = counted.organization_id RETURNING a.organization_id, a.balance)
    INSERT INTO credit_entry (id, organization_id, at, kind, product_code, quantity, credits, balance, reference,
      actor_kind, actor_id, actor_name)
    SELECT call.id, organization_id, call.at, 'LICENSE_CALL', ${LICENSE_PRODUCT}, 1, 0, account.balance,
      call.reference, 'client', call.actor_id, call.actor_name FROM call JOIN account USING (organization_id)`
}
