import { beforeAll, expect, it } from 'vitest'
import { listAllAudit } from '@/lib/audit/list-all'
import { listAuditSchema } from '@/lib/audit/schema'
import { listAllOrganizations } from '@/lib/organizations/list-all'
import { listOrganizationsSchema } from '@/lib/organizations/list-all-schema'
import { testWorld } from '@/lib/testing/context'
import { scansDuring } from '@/lib/testing/plans'
import { runSql } from '@/lib/testing/postgres-admin'
import { listQueue } from '@/lib/tickets/list-queue'
import { listQueueSchema } from '@/lib/tickets/list-schema'

const world = testWorld()
/** Rows that one list may look at, of 20,000: a page, and a total that is exact to 1,000. */
const MOST_ROWS = 1500

beforeAll(async () => {
  await runSql(
    String(world.pool.options.connectionString),
    `INSERT INTO organization (id, folded_id, name, kind, created_at)
      SELECT 'org:' || i, 'org:' || i, 'Company ' || i, 'TEAM', now() - interval '1 minute' * i
      FROM generate_series(1, 20000) i;
    INSERT INTO audit_event (id, at, organization_id, actor_kind, actor_id, actor_name, action, object_type, object_id,
        object_name, request_id)
      SELECT gen_random_uuid(), now() - interval '1 minute' * i, 'org:' || i, 'system', 'clock', 'clock', 'ssa.issue',
        'ssa', i, 'Flex', 'r' FROM generate_series(1, 20000) i;
    INSERT INTO ticket (kind, status, subject, organization_id, opened_by_name, created_at, last_message_at)
      SELECT 'SUPPORT', 'OPEN', 'Help', 'org:' || i, 'Ada', now() - interval '1 minute' * i,
        now() - interval '1 minute' * i FROM generate_series(1, 20000) i;
    SET session_replication_role = replica;
    INSERT INTO member (organization_id, account_id, role)
      SELECT 'org:' || i, gen_random_uuid(), 'OWNER' FROM generate_series(1, 20000) i;
    ANALYZE organization, member, audit_event, ticket`,
  )
})

const LISTS = {
  'the audit log of the installation': () => listAllAudit(world.operator, listAuditSchema.parse({})),
  'all organizations': () => listAllOrganizations(world.operator, listOrganizationsSchema.parse({})),
  'the ticket queue': () => listQueue(world.operator, listQueueSchema.parse({})),
  'the ticket queue by age': () => listQueue(world.operator, listQueueSchema.parse({ sort: 'createdAt' })),
}

it.each(Object.entries(LISTS))('%s reads a few of 20,000 rows', async (_, list) => {
  const scans = await scansDuring(world.pool, list)
  expect(scans.length).toBeGreaterThan(1)
  expect(scans.filter(({ rows }) => rows > MOST_ROWS)).toEqual([])
})
