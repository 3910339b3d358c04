import { describe, expect, it } from 'vitest'
import { unlinkMethod } from '@/lib/accounts/unlink'
import { testWorld } from '@/lib/testing/context'
import { eventually } from '@/lib/testing/eventually'
import {
  allow,
  gitHubSecrets,
  scopesAtGitHub,
  script,
  takeBackAtGitHub,
  testGitHub,
  throughGitHub,
  withGitHub,
} from '@/lib/testing/github'
import { idOf, newPerson } from '@/lib/testing/people'
import { accessOf } from './access'
import { finishConsent } from './finish-consent'
import { listRepositories } from './list'
import { removeAccess } from './remove-access'
import { listRepositoriesSchema } from './schema'
import { startConsent } from './start-consent'

const world = testWorld()
testGitHub()

const rowOf = (ctx: Parameters<typeof idOf>[0]) =>
  world.db.gitHubAccess.findUnique({ where: { accountId: idOf(ctx) } })
const eventsOf = async (name: string) =>
  (
    await world.db.auditEvent.findMany({
      where: { objectType: 'github-access', objectName: name },
      orderBy: { id: 'asc' },
    })
  ).map(({ action, organizationId, after }) => ({ action, organizationId, after }))

describe('startConsent', () => {
  it('asks for the least, with state and PKCE, and names who should allow it', async () => {
    const { ctx, person } = await withGitHub(world)
    const { url, sealed } = await startConsent(ctx, { includePrivate: false })
    const asked = new URL(url)
    expect(asked.origin + asked.pathname).toBe(`${process.env.GITHUB_URL}/login/oauth/authorize`)
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: 'writ-e2e',
      redirect_uri: 'https://writ.test/api/auth/callback/github/repositories',
      scope: 'read:user',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      allow_signup: 'false',
      login: person.login,
    })
    expect(sealed).not.toContain(asked.searchParams.get('state'))
  })

  it('asks for private repositories only when they are wanted', async () => {
    const { ctx } = await withGitHub(world)
    const { url } = await startConsent(ctx, { includePrivate: true })
    expect(new URL(url).searchParams.get('scope')).toBe('read:user repo')
  })

  it('is for people who sign in with GitHub', async () => {
    await expect(startConsent(world.viewer, { includePrivate: false })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Link GitHub to your account first, under Account.',
    })
    await expect(
      startConsent({ ...world.owner, ...world.operator } as never, { includePrivate: false }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('finishConsent', () => {
  it('keeps the access sealed for its account, with an audit row that its organization does not see', async () => {
    const { ctx, person } = await withGitHub(world)
    expect(await allow(ctx, person, true)).toEqual({
      organizationId: ctx.organization.id,
      problem: null,
    })
    expect(await accessOf(ctx)).toEqual({
      state: 'GRANTED',
      login: person.login,
      includesPrivate: true,
      grantedAt: world.clock.now(),
    })
    const row = await rowOf(ctx)
    const everything = Buffer.from(row!.sealedToken!).toString('latin1') + JSON.stringify(row)
    for (const secret of await gitHubSecrets()) expect(everything).not.toContain(secret)
    expect(() => ctx.secrets.open('github-access', row!.sealedToken!)).toThrow()
    expect(await eventsOf(person.login)).toEqual([
      { action: 'repository.allow', organizationId: null, after: { scopes: ['read:user', 'repo'] } },
    ])
    const log = JSON.stringify(await world.db.auditEvent.findMany())
    for (const secret of await gitHubSecrets()) expect(log).not.toContain(secret)
  })

  it('gives the former access back when there is a new one', async () => {
    const { ctx, person } = await withGitHub(world)
    await allow(ctx, person)
    await allow(ctx, person, true)
    expect(await scopesAtGitHub(person)).toEqual(['read:user repo'])
  })

  it('of two at once leaves one access, and GitHub no other', async () => {
    const { ctx, person } = await withGitHub(world)
    const holder = await world.pool.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM identity WHERE account_id = $1 FOR UPDATE', [idOf(ctx)])
    const both = Promise.all([allow(ctx, person), allow(ctx, person)])
    const waiting =
      "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    await eventually(async () => expect((await world.pool.query(waiting)).rowCount).toBe(2))
    await holder.query('COMMIT')
    holder.release()
    await both
    expect(await scopesAtGitHub(person)).toHaveLength(1)
    expect(await listRepositories(ctx, listRepositoriesSchema.parse({}))).toMatchObject({ total: 0 })
  })

  it('says when the person pressed Cancel', async () => {
    const { ctx, person } = await withGitHub(world)
    await script({ ...person, denies: true })
    expect(await allow(ctx, person)).toMatchObject({ problem: 'DENIED' })
    expect(await accessOf(ctx)).toEqual({ state: 'NONE' })
  })

  it('takes nothing that another GitHub user allowed, and gives it back', async () => {
    const { ctx } = await withGitHub(world)
    const { person: other } = await withGitHub(world)
    expect(await allow(ctx, other)).toMatchObject({ problem: 'OTHER_USER' })
    expect(await accessOf(ctx)).toEqual({ state: 'NONE' })
    expect(await scopesAtGitHub(other)).toEqual([])
  })

  it.each([
    ['with another state', { state: 'forged' }],
    ['without a state', { state: '' }],
  ])('is refused %s', async (_, forged) => {
    const { ctx, person } = await withGitHub(world)
    const { url, sealed } = await startConsent(ctx, { includePrivate: false })
    const answer = { ...(await throughGitHub(url, person)), ...forged }
    expect(await finishConsent(ctx, { ...answer, sealed })).toMatchObject({ problem: 'STALE' })
    expect(await scopesAtGitHub(person)).toEqual([])
  })

  it('is refused without our own cookie, with somebody else’s, and after ten minutes', async () => {
    const { ctx, person } = await withGitHub(world)
    const { ctx: other } = await withGitHub(world)
    const { url, sealed } = await startConsent(ctx, { includePrivate: false })
    const answer = await throughGitHub(url, person)
    const stale = { organizationId: null, problem: 'STALE' }
    expect(await finishConsent(ctx, { ...answer, sealed: '' })).toEqual(stale)
    expect(await finishConsent(ctx, { ...answer, sealed: `${sealed}x` })).toEqual(stale)
    expect(await finishConsent(other, { ...answer, sealed })).toEqual(stale)
    world.clock.pass(600)
    expect(await finishConsent(ctx, { ...answer, sealed })).toMatchObject({ problem: 'STALE' })
  })

  it('takes a code once, and only with the verifier that belongs to it', async () => {
    const { ctx, person } = await withGitHub(world)
    const [first, second] = [
      await startConsent(ctx, { includePrivate: false }),
      await startConsent(ctx, { includePrivate: false }),
    ]
    const [mine, stolen] = [await throughGitHub(first.url, person), await throughGitHub(second.url, person)]
    const swapped = { ...mine, code: stolen.code, sealed: first.sealed }
    expect(await finishConsent(ctx, swapped)).toMatchObject({ problem: 'FAILED' })
    expect(await finishConsent(ctx, { ...mine, sealed: first.sealed })).toMatchObject({ problem: null })
    expect(await finishConsent(ctx, { ...mine, sealed: first.sealed })).toMatchObject({ problem: 'FAILED' })
  })

  it('fails in one word when GitHub does', async () => {
    const { ctx, person } = await withGitHub(world)
    await script({ ...person, broken: true })
    expect(await allow(ctx, person)).toMatchObject({ problem: 'FAILED' })
  })
})

describe('removeAccess', () => {
  it('forgets the access, here and at GitHub, with an audit row', async () => {
    const { ctx, person } = await withGitHub(world)
    await allow(ctx, person)
    expect(await removeAccess(ctx)).toEqual({ atGitHub: true })
    expect(await accessOf(ctx)).toEqual({ state: 'NONE' })
    expect(await scopesAtGitHub(person)).toEqual([])
    expect((await eventsOf(person.login)).map(({ action }) => action)).toEqual([
      'repository.allow',
      'repository.remove-access',
    ])
    await expect(removeAccess(ctx)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('works when GitHub has forgotten it already', async () => {
    const { ctx, person } = await withGitHub(world)
    await allow(ctx, person)
    await takeBackAtGitHub(person)
    expect(await removeAccess(ctx)).toEqual({ atGitHub: true })
  })

  it('is each person’s own', async () => {
    const { ctx, person } = await withGitHub(world)
    await allow(ctx, person)
    await expect(removeAccess(world.owner)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(removeAccess(world.operator)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await accessOf(ctx)).toMatchObject({ state: 'GRANTED' })
  })
})

it('access goes with the way to sign in that it belongs to, at GitHub too', async () => {
  const { ctx, person } = await withGitHub(world)
  await world.db.identity.create({
    data: { accountId: idOf(ctx), provider: 'EMAIL', subject: (await newPerson(world)).email },
  })
  await allow(ctx, person)
  await unlinkMethod(ctx, { provider: 'GITHUB' })
  expect(await rowOf(ctx)).toBeNull()
  expect(await scopesAtGitHub(person)).toEqual([])
})
