import { describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { allow, script, takeBackAtGitHub, testGitHub, withGitHub } from '@/lib/testing/github'
import { idOf, join } from '@/lib/testing/people'
import { accessOf } from './access'
import { chooseRepository, clearRepository } from './choose'
import { currentRepository } from './current'
import { listRepositories } from './list'
import { chooseRepositorySchema, listRepositoriesSchema } from './schema'

const world = testWorld()
testGitHub()

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `octo/repo-${String(n).padStart(4, '0')}`,
    pushedAt: new Date(Date.UTC(2026, 0, 1) - n * 60_000).toISOString(),
  }))
const list = (ctx: Ctx, query: Record<string, string> = {}) =>
  listRepositories(ctx, listRepositoriesSchema.parse(query))
const choose = (ctx: Ctx, fullName: string) =>
  chooseRepository(ctx, chooseRepositorySchema.parse({ fullName }))

async function allowed(repositories: Parameters<typeof withGitHub>[1], includePrivate = false) {
  const made = await withGitHub(world, repositories)
  await allow(made.ctx, made.person, includePrivate)
  const { id } = made.ctx.organization
  return { ...made, current: () => currentRepository(made.ctx, id) }
}

describe('listRepositories', () => {
  it('reads every page of GitHub, and gives one of ours', async () => {
    const { ctx } = await allowed(many(250))
    const first = await list(ctx, { size: '25' })
    expect(first).toMatchObject({ total: 250, previous: null, rows: { length: 25 } })
    expect(first.rows[0]).toEqual({
      fullName: 'octo/repo-0000',
      private: false,
      archived: false,
      pushedAt: new Date('2026-01-01T00:00:00Z'),
    })
    const second = await list(ctx, { size: '25', after: first.next! })
    expect(second.rows[0]?.fullName).toBe('octo/repo-0025')
    expect((await list(ctx, { size: '25', before: second.previous! })).rows).toEqual(first.rows)
    const last = await list(ctx, { size: '100', after: '200' })
    expect(last).toMatchObject({ next: null, rows: { length: 50 } })
  })

  it('stops at a thousand, and says that there are more', async () => {
    const { ctx } = await allowed(many(1150))
    expect((await list(ctx)).total).toBe(1001)
  })

  it('finds by part of the name, on whichever page of GitHub', async () => {
    const { ctx } = await allowed([...many(230), { name: 'Acme/Billing' }])
    expect((await list(ctx, { q: 'bill' })).rows).toMatchObject([
      { fullName: 'Acme/Billing', pushedAt: null },
    ])
    expect(await list(ctx, { q: 'nothing' })).toMatchObject({ total: 0, rows: [] })
    expect((await list(ctx, { sort: 'name', dir: 'asc' })).rows[0]?.fullName).toBe('Acme/Billing')
  })

  it('shows private repositories to those alone who allowed it', async () => {
    const repositories = [{ name: 'octo/secret', private: true }, { name: 'octo/open' }]
    const { ctx } = await allowed(repositories)
    expect((await list(ctx)).rows.map(({ fullName }) => fullName)).toEqual(['octo/open'])
    const { ctx: both } = await allowed(repositories, true)
    expect((await list(both, { sort: 'name' })).rows).toMatchObject([{ private: true }, { private: false }])
  })

  it.each([
    [429, { 'retry-after': '90' }, 90],
    [403, { 'retry-after': '30' }, 30],
    [429, {}, 60],
  ])('tells of a limit (%d, %j) and how long it lasts', async (status, headers, retryAfter) => {
    const { ctx, person } = await allowed([])
    await script({ ...person, refuses: { status, headers } })
    await expect(list(ctx)).rejects.toMatchObject({
      code: 'LIMIT',
      message: expect.stringMatching(/^GitHub limits how often it may be asked\. Try again in /),
      retryAfter,
    })
    expect(await accessOf(ctx)).toMatchObject({ state: 'GRANTED' })
  })

  it('tells when the hourly limit is over', async () => {
    const { ctx, person } = await allowed([])
    const reset = String(Math.floor(world.clock.now().getTime() / 1000) + 1200)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    await script({ ...person, refuses: { status: 403, headers } })
    await expect(list(ctx)).rejects.toMatchObject({ message: expect.stringContaining('in 20 minutes') })
  })

  it('forgets access that GitHub does not accept any more, once, with an audit row', async () => {
    const { ctx, person } = await allowed([])
    await takeBackAtGitHub(person)
    const tries = await Promise.allSettled([list(ctx), list(ctx), list(ctx)])
    for (const one of tries) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'FORBIDDEN' } })
    expect(await accessOf(ctx)).toEqual({ state: 'LOST', login: person.login })
    expect(await world.db.gitHubAccess.findUnique({ where: { accountId: idOf(ctx) } })).toMatchObject({
      sealedToken: null,
      lostAt: world.clock.now(),
    })
    const lost = { action: 'repository.access-lost', objectName: person.login }
    expect(await world.db.auditEvent.count({ where: lost })).toBe(1)
    await allow(ctx, person)
    expect(await list(ctx)).toMatchObject({ total: 0 })
  })

  it('says that GitHub fails when it does, and keeps the access', async () => {
    const { ctx, person } = await allowed([])
    await script({ ...person, refuses: { status: 502 } })
    await expect(list(ctx)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'GitHub did not answer as it should. Try again in a moment.',
    })
    expect(await accessOf(ctx)).toMatchObject({ state: 'GRANTED' })
  })

  it('asks for access first, and is no business of staff', async () => {
    const { ctx } = await withGitHub(world)
    await expect(list(ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(list(world.operator)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('chooseRepository', () => {
  it('takes one that has a commit on its main branch, for this member in this organization', async () => {
    const { ctx, current } = await allowed([{ name: 'Octo/App' }, { name: 'octo/other' }])
    expect(await current()).toBeNull()
    expect(await choose(ctx, 'octo/app')).toEqual({ fullName: 'Octo/App' })
    expect(await current()).toBe('Octo/App')
    expect(await currentRepository(ctx, world.owner.organization.id)).toBeNull()
    await choose(ctx, 'octo/other')
    expect(await current()).toBe('octo/other')
    const rows = await world.db.auditEvent.findMany({
      where: { action: 'repository.choose', actorId: idOf(ctx) },
      orderBy: { id: 'asc' },
    })
    expect(rows).toMatchObject([
      { organizationId: null, before: null, after: { repository: 'Octo/App' } },
      { organizationId: null, before: { repository: 'Octo/App' }, after: { repository: 'octo/other' } },
    ])
  })

  it('of many at once, the log tells each what was chosen before it', async () => {
    const { ctx, current } = await allowed([{ name: 'octo/a' }, { name: 'octo/b' }])
    await Promise.all(Array.from({ length: 12 }, (_, n) => choose(ctx, n % 2 ? 'octo/a' : 'octo/b')))
    const rows = await world.db.auditEvent.findMany({
      where: { action: 'repository.choose', actorId: idOf(ctx) },
      select: { before: true, after: true },
    })
    const told = rows.flatMap(({ before }) => (before === null ? [] : [JSON.stringify(before)])).sort()
    const chosen = rows.map(({ after }) => JSON.stringify(after)).sort()
    expect(rows).toHaveLength(12)
    // Each but the last was what the next one found.
    expect([...told, JSON.stringify({ repository: await current() })].sort()).toEqual(chosen)
  })

  it.each([
    [{ commits: 'none' as const }, 'octo/x has no commit on its main branch (main) yet. Push one'],
    [{ commits: 'elsewhere' as const }, 'octo/x has no commit on its main branch (main) yet. Push one'],
    [{ archived: true }, 'octo/x is archived, so nothing can be changed in it.'],
    [{ readOnly: true }, 'octo/x is not yours to push to.'],
    [{ private: true }, 'GitHub shows us no repository octo/x. It is gone'],
    [{ sso: true }, 'The organization of octo/x asks for single sign-on.'],
  ])('refuses one that is %j, and says why', async (trait, why) => {
    const { ctx, current } = await allowed([{ name: 'octo/x', ...trait }])
    await expect(choose(ctx, 'octo/x')).rejects.toMatchObject({
      code: 'INVALID',
      fields: { fullName: expect.stringContaining(why) },
    })
    expect(await current()).toBeNull()
  })

  it('refuses one that GitHub does not let the person read, and one that is not there', async () => {
    const { ctx, person } = await allowed([{ name: 'octo/x' }])
    await expect(choose(ctx, 'octo/gone')).rejects.toMatchObject({ code: 'INVALID' })
    await script({ ...person, refuses: { status: 403 } })
    await expect(choose(ctx, 'octo/x')).rejects.toMatchObject({
      fields: { fullName: 'GitHub does not let you read octo/x. Ask its owner for access.' },
    })
  })

  it('tells of limits, of lost access and of a failing GitHub, and keeps what was chosen', async () => {
    const { ctx, person, current } = await allowed([{ name: 'octo/x' }])
    await choose(ctx, 'octo/x')
    await script({ ...person, refuses: { status: 429 } })
    await expect(choose(ctx, 'octo/x')).rejects.toMatchObject({ code: 'LIMIT' })
    await script({ ...person, refuses: { status: 500 } })
    await expect(choose(ctx, 'octo/x')).rejects.toMatchObject({ code: 'CONFLICT' })
    await script({ ...person, refuses: { status: 401 } })
    await expect(choose(ctx, 'octo/x')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await accessOf(ctx)).toMatchObject({ state: 'LOST' })
    expect(await current()).toBe('octo/x')
  })

  it.each(['octo', 'octo/', '/app', 'a/b/c', 'octo/../user', 'octo/..', './app', 'octo/a b'])(
    'takes no %j for a name',
    name => {
      expect(chooseRepositorySchema.safeParse({ fullName: name }).success).toBe(false)
    },
  )

  it('goes with the membership', async () => {
    const { ctx } = await allowed([{ name: 'octo/x' }])
    const org = await world.newOrganization()
    const { organizationId, accountId } = { organizationId: org.organization.id, accountId: idOf(ctx) }
    await world.db.member.create({ data: { organizationId, accountId, role: 'VIEWER' } })
    const there = { ...ctx, organization: org.organization }
    await choose(there, 'octo/x')
    expect(await currentRepository(ctx, organizationId)).toBe('octo/x')
    await world.db.member.deleteMany({ where: { organizationId, accountId } })
    expect(await world.db.chosenRepository.count({ where: { organizationId } })).toBe(0)
    // Their next choice was under way.
    const message = 'This organization was not found.'
    await expect(choose(there, 'octo/x')).rejects.toMatchObject({ code: 'NOT_FOUND', message })
  })
})

describe('clearRepository', () => {
  it('takes the choice back, with one audit row', async () => {
    const { ctx, current } = await allowed([{ name: 'octo/x' }])
    await choose(ctx, 'octo/x')
    await clearRepository(ctx)
    await clearRepository(ctx)
    expect(await current()).toBeNull()
    const where = { action: 'repository.clear', actorId: idOf(ctx) }
    expect(await world.db.auditEvent.count({ where })).toBe(1)
  })
})

describe('currentRepository', () => {
  it('is nothing to choose for people who do not sign in with GitHub', async () => {
    const viewer = await join(world, world.owner, 'VIEWER')
    expect(await currentRepository(viewer, world.owner.organization.id)).toBeUndefined()
  })
})
