import { beforeAll, expect, it } from 'vitest'
import { EXACT_TOTAL, encodeCursor, planPage } from '@/lib/keyset'
import { testWorld } from '@/lib/testing/context'
import { scansOf } from '@/lib/testing/plans'
import { runSql } from '@/lib/testing/postgres-admin'
import { countStatement, pageStatement } from './list-all-query'
import { listAllLicensesSchema } from './list-all-schema'

const world = testWorld()
const ORGANIZATIONS = 20_000
/** Rows that any statement of the list may look at, of 100,000. */
const MOST_ROWS = 6000

/** On a connection of its own: that many rows take longer than a request may. */
const run = (sql: string) => runSql(String(world.pool.options.connectionString), sql)

beforeAll(async () => {
  await run(`INSERT INTO organization (id, folded_id, name, kind)
    SELECT 'org:' || i, 'org:' || i, 'Company ' || i || ' ' || md5(i::text), 'TEAM'
    FROM generate_series(1, ${ORGANIZATIONS}) i`)
  // Of each organization one is live: some of them suspended, few for a product of their own.
  await run(`SET session_replication_role = replica;
    INSERT INTO license (id, key, organization_id, product_code, fqdn, kind, mau_threshold, valid_from, valid_until, status,
      suspended_at, suspended_reason, ended_at, issued_by_name, customer_email, customer_company, created_at)
    SELECT gen_random_uuid(),
      regexp_replace(upper(translate(substr(md5(i::text || n), 1, 16), '01', 'gh')), '(.{4})(?=.)', '\\1-', 'g'),
      'org:' || i, CASE WHEN i % 5000 = 0 THEN 'gluu4' ELSE 'adminui001' END, '',
      (CASE WHEN n = 1 AND i % 4000 = 0 THEN 'SUBSCRIPTION' ELSE 'ENTERPRISE' END)::license_kind, 1000,
      now() - interval '1 day' * (n * 100), now() + interval '1 day' * (i % 700 + 1),
      (CASE n WHEN 1 THEN 'LIVE' WHEN 2 THEN 'REVOKED' WHEN 3 THEN 'EXPIRED' ELSE 'REPLACED' END)::license_status,
      CASE WHEN n = 1 AND i % 1000 = 0 THEN now() END, CASE WHEN n = 1 AND i % 1000 = 0 THEN 'unpaid' END,
      CASE WHEN n > 1 THEN now() END, 'Sal', 'person' || i || '@' || md5(i::text) || '.example', 'Company ' || i,
      now() - interval '1 minute' * (i * 5 + n)
    FROM generate_series(1, ${ORGANIZATIONS}) i, generate_series(1, 5) n`)
  await run('VACUUM ANALYZE license, organization')
})

const middle = encodeCursor({ at: new Date(Date.now() - 50_000 * 60_000), id: crypto.randomUUID() })

it.each<Record<string, string>>([
  {},
  { dir: 'asc' },
  { sort: 'validUntil', dir: 'asc' },
  { after: middle },
  { before: middle },
  { q: 'org:4711' },
  { q: 'person4711' },
  { q: 'c4ca4238' },
  { q: 'nobody-at-all' },
  { status: 'VALID' },
  { status: 'SUSPENDED' },
  { status: 'SUSPENDED', sort: 'validUntil' },
  { status: 'NOT_STARTED' },
  { status: 'EXPIRED' },
  { status: 'REVOKED', after: middle },
  { status: 'REPLACED', sort: 'validUntil' },
  { kind: 'SUBSCRIPTION' },
  { kind: 'TRIAL' },
  { product: 'gluu4' },
  { ends: '7' },
  { ends: '30', sort: 'validUntil', dir: 'asc' },
  { kind: 'ENTERPRISE', status: 'SUSPENDED' },
])('the list asked for %j reads a few of 100,000 rows', async query => {
  const input = listAllLicensesSchema.parse(query)
  const now = new Date()
  const page = await scansOf(world.pool, pageStatement(input, planPage(input, input.dir), now))
  const count = await scansOf(world.pool, countStatement(input, now, EXACT_TOTAL + 1))
  expect(page.map(({ scan }) => scan)).not.toContain('Seq Scan on license')
  expect([...page, ...count].filter(({ rows }) => rows > MOST_ROWS)).toEqual([])
})
