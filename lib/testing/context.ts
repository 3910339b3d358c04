import { randomInt, randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import type { Clock } from '@/lib/clock'
import type { Actor, Ctx, OrgCtx, Role } from '@/lib/context'
import { type Database, openDatabase } from '@/lib/db'
import { ensureKeys } from '@/lib/keys/ensure'
import { secretsFrom } from '@/lib/secrets'
import { PATIENT } from './patient'
import { createTestDatabase, type TestDatabase } from './postgres'

const ISSUER = 'https://writ.test'
export const TEST_MASTER_SECRET = 'a master secret for tests, long enough'

/** A clock that stands still until a test turns it. */
class TestClock implements Clock {
  private current = new Date()
  now(): Date {
    return this.current
  }
  set(at: Date): void {
    this.current = at
  }
  /** Moves on by so many seconds. */
  pass(seconds: number): void {
    this.current = new Date(this.current.getTime() + seconds * 1000)
  }
}

/** One database with signing keys, an organization with a person of each role, and another organization beside it. */
export interface World extends Database {
  clock: TestClock
  owner: OrgCtx
  admin: OrgCtx
  viewer: OrgCtx
  /** The owner of another organization. */
  stranger: OrgCtx
  operator: Ctx
  /** A fresh member of a new organization. */
  newOrganization(role?: Role): Promise<OrgCtx>
}

/** For the top of a test file: makes the world before its tests, and takes the database away after. */
export function testWorld(createDatabase: () => Promise<TestDatabase> = createTestDatabase): World {
  const world: Partial<World> = {}
  let drop: () => Promise<void> = async () => {}
  beforeAll(async () => {
    const made = await makeWorld(await createDatabase())
    Object.assign(world, made.world)
    drop = made.drop
  })
  afterAll(async () => {
    await world.close?.()
    await drop()
  })
  return asFilled(world)
}

/** Tests run after `beforeAll`, when every member is there. */
function asFilled(world: Partial<World>): World {
  return world as World
}

async function makeWorld({ url, drop }: TestDatabase): Promise<{ world: World; drop: () => Promise<void> }> {
  const database = openDatabase(url, () => {}, PATIENT)
  const { db, pool } = database
  const secrets = secretsFrom(TEST_MASTER_SECRET)
  await ensureKeys(db, secrets)
  const clock = new TestClock()
  const base = { db, pool, secrets, clock, issuer: ISSUER, address: '192.0.2.1' }
  const ctxOf = (actor: Actor, organization: OrgCtx['organization']): OrgCtx => ({
    ...base,
    actor,
    organization,
    requestId: randomUUID(),
  })
  const join = async (organization: OrgCtx['organization'], role: Role) => {
    const account = await newAccount(db, role.toLowerCase())
    await db.member.create({ data: { organizationId: organization.id, accountId: account.id, role } })
    return ctxOf({ kind: 'user', accountId: account.id, name: account.name, role }, organization)
  }
  const newOrganization = async (role: Role = 'OWNER') => join(await makeOrganization(db), role)
  const home = await makeOrganization(db)
  const operator = await newAccount(db, 'operator')
  const staff = {
    kind: 'staff' as const,
    accountId: operator.id,
    name: operator.name,
    roles: ['OPERATOR' as const],
  }
  const world: World = {
    ...database,
    clock,
    owner: await join(home, 'OWNER'),
    admin: await join(home, 'ADMIN'),
    viewer: await join(home, 'VIEWER'),
    stranger: await newOrganization(),
    operator: { ...base, actor: staff, organization: null, requestId: randomUUID() },
    newOrganization,
  }
  return { world, drop }
}

async function newAccount(db: Database['db'], name: string) {
  const email = `${name}-${randomUUID()}@example.com`
  return db.account.create({ data: { name, email }, select: { id: true, name: true } })
}

async function makeOrganization(db: Database['db']) {
  const id = `org:${letters(12)}`
  const data = { id, foldedId: id, name: `Test ${id}`, kind: 'TEAM' as const }
  return db.organization.create({ data, select: { id: true, name: true } })
}

/** Random letters: with digits among them, a search for some number would find an organization by chance. */
function letters(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(97 + randomInt(26))).join('')
}
