import type { Pool } from 'pg'
import { z } from 'zod'

/** A debit as it is asked for. */
export interface AskedDebit {
  clientId: string
  clientName: string
  key: string
  bodyHash: string
  /** In lower case: organizations never differ by case alone. */
  foldedId: string
  product: string
  quantity: number
  reference: string | null
  entryId: string
  at: Date
}

const answerSchema = z.object({
  organizationId: z.string(),
  bodyHash: z.string(),
  cost: z.int(),
  balance: z.int(),
  /** Null: there were not enough credits. */
  entryId: z.uuid().nullable(),
  at: z.date(),
})
/** What was answered to a key, now or before. */
export type DebitAnswer = z.output<typeof answerSchema>

const factsSchema = z.object({
  organization: z.boolean(),
  /** Null: there is no such product. */
  offered: z.boolean().nullable(),
  /** The balance is at the threshold or below, and nobody was told. */
  untold: z.boolean(),
})
const rowSchema = z.intersection(factsSchema, answerSchema.or(z.object({ organizationId: z.null() })))

const ANSWER = `organization_id AS "organizationId", body_hash AS "bodyHash", cost, balance, entry_id AS "entryId", at`

/**
 * All or nothing: locks the account, takes the cost from it where it suffices, enters it, and keeps the answer for the
 * key. A key that was answered is answered again, and nothing is done.
 */
const DEBIT = {
  name: 'credits-debit',
  text: `WITH stored AS (
      SELECT ${ANSWER} FROM credit_request WHERE client_id = $1 AND key = $2),
    asked AS (
      SELECT id FROM organization WHERE folded_id = $4 AND NOT EXISTS (SELECT FROM stored)),
    price AS (
      SELECT code, active, cost * $6::int AS cost FROM credit_product WHERE code = $5),
    account AS (
      SELECT a.organization_id, a.balance, a.threshold, a.told_low_at
      FROM credit_account a JOIN asked ON asked.id = a.organization_id
      WHERE EXISTS (SELECT FROM price WHERE active) FOR NO KEY UPDATE OF a),
    paid AS (
      UPDATE credit_account a SET balance = a.balance - price.cost, transactions = a.transactions + 1
      FROM account, price WHERE a.organization_id = account.organization_id AND account.balance >= price.cost
      RETURNING a.balance, price.cost),
    entered AS (
      INSERT INTO credit_entry (id, organization_id, at, kind, product_code, quantity, credits, balance, reference,
        actor_kind, actor_id, actor_name)
      SELECT $7::uuid, account.organization_id, $8::timestamptz, 'DEBIT', $5, $6, -paid.cost, paid.balance, $9,
        'client', $1, $10 FROM account, paid RETURNING id),
    answered AS (
      INSERT INTO credit_request (client_id, key, body_hash, organization_id, cost, balance, entry_id, at)
      SELECT $1, $2, $3, account.organization_id, price.cost, COALESCE(paid.balance, account.balance), entered.id, $8
      FROM account CROSS JOIN price LEFT JOIN paid ON true LEFT JOIN entered ON true RETURNING *)
    SELECT EXISTS (SELECT FROM asked) AS organization, (SELECT active FROM price) AS offered,
      EXISTS (SELECT FROM account LEFT JOIN paid ON true
        WHERE told_low_at IS NULL AND COALESCE(paid.balance, account.balance) <= threshold) AS untold, answer.*
    FROM (VALUES (1)) AS one LEFT JOIN (SELECT * FROM stored UNION ALL SELECT ${ANSWER} FROM answered) AS answer ON true`,
}

export interface DebitOutcome {
  facts: z.output<typeof factsSchema>
  /** Null: there is no account to debit; the facts say why. */
  answer: DebitAnswer | null
}

/** Books a debit, or finds out why not. Breaks `credit_request_pkey` when another request with the key came first. */
export async function bookDebit(pool: Pool, asked: AskedDebit): Promise<DebitOutcome> {
  const { clientId, key, bodyHash, foldedId, product, quantity, entryId, at, reference, clientName } = asked
  const values = [clientId, key, bodyHash, foldedId, product, quantity, entryId, at, reference, clientName]
  const { rows } = await pool.query({ ...DEBIT, values })
  const row = rowSchema.parse(rows[0])
  return { facts: row, answer: row.organizationId === null ? null : row }
}
