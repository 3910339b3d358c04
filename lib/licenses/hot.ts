import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { z } from 'zod'

/** A license as the license API judges and tells it. */
const licenseFactsSchema = z.object({
  id: z.string(),
  key: z.string(),
  productCode: z.string(),
  productName: z.string(),
  fqdn: z.string(),
  kind: z.enum(['TRIAL', 'SUBSCRIPTION', 'ENTERPRISE']),
  mauThreshold: z.int(),
  validFrom: z.date(),
  validUntil: z.date(),
  status: z.enum(['LIVE', 'EXPIRED', 'REVOKED', 'REPLACED']),
  activatedAt: z.date().nullable(),
  suspendedAt: z.date().nullable(),
  suspendedReason: z.string().nullable(),
  customerCompany: z.string(),
  customerEmail: z.string(),
  customerFirstName: z.string(),
  customerLastName: z.string(),
})
export type LicenseFacts = z.output<typeof licenseFactsSchema>

const FACTS = `SELECT l.id, l.key, l.product_code AS "productCode", p.name AS "productName", l.fqdn, l.kind,
    l.mau_threshold AS "mauThreshold", l.valid_from AS "validFrom", l.valid_until AS "validUntil", l.status,
    l.activated_at AS "activatedAt", l.suspended_at AS "suspendedAt", l.suspended_reason AS "suspendedReason",
    l.customer_company AS "customerCompany", l.customer_email AS "customerEmail",
    l.customer_first_name AS "customerFirstName", l.customer_last_name AS "customerLastName"
  FROM license l JOIN product p ON p.code = l.product_code`

const BY_KEY = {
  name: 'license-by-key',
  text: `${FACTS} WHERE l.key = $2 AND l.organization_id = $1`,
}
const LIVE = {
  name: 'license-live',
  text: `${FACTS} WHERE l.organization_id = $1 AND l.product_code = $2 AND l.fqdn = $3 AND l.status = 'LIVE'`,
}

/** Which license of an organization: one of its products, on one host where that matters. */
export interface LicenseOf {
  organizationId: string
  productCode: string
  fqdn: string
}

/** The organization's license with this key, in whatever state. */
export async function licenseByKey(
  pool: Pool,
  { organizationId, key }: { organizationId: string; key: string },
): Promise<LicenseFacts | null> {
  const { rows } = await pool.query({ ...BY_KEY, values: [organizationId, key] })
  return rows[0] ? licenseFactsSchema.parse(rows[0]) : null
}

/** The one license that is live, suspended or out of time though it may be. */
export async function liveLicense(pool: Pool, of: LicenseOf): Promise<LicenseFacts | null> {
  const values = [of.organizationId, of.productCode, of.fqdn]
  const { rows } = await pool.query({ ...LIVE, values })
  return rows[0] ? licenseFactsSchema.parse(rows[0]) : null
}

const SEEN = {
  name: 'installation-seen',
  text: `INSERT INTO installation AS i (id, organization_id, product_code, fqdn, client_id, ssa_jti, license_id, address,
      first_seen_at, last_seen_at)
    SELECT $1::uuid, $2, $3, $4, c.id, c.ssa_jti, $6::uuid, $7, $8::timestamptz, $8::timestamptz
    FROM client c WHERE c.id = $5
    ON CONFLICT (client_id, product_code, fqdn) DO UPDATE SET
      license_id = EXCLUDED.license_id, address = EXCLUDED.address,
      last_seen_at = GREATEST(i.last_seen_at, EXCLUDED.last_seen_at)`,
}

export interface Sighting extends LicenseOf {
  clientId: string
  licenseId: string | null
  address: string | null
  at: Date
}

/** One call of an installation: a new row for a client that calls for the first time, else its latest call. */
export async function storeSighting(pool: Pool, seen: Sighting): Promise<void> {
  const { organizationId, productCode, fqdn, clientId, licenseId, address, at } = seen
  const values = [randomUUID(), organizationId, productCode, fqdn, clientId, licenseId, address, at]
  await pool.query({ ...SEEN, values })
}
