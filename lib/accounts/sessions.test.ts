import { describe, expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { newToken } from '@/lib/secrets'
import { testWorld } from '@/lib/testing/context'
import { admitted, byEmail, signingIn } from '@/lib/testing/newcomers'
import { endOtherSessions, endSession, listSessions } from './sessions'
import { startSession } from './start-session'

const world = testWorld()
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signedIn(id: string, replaces: string | null = null): Promise<string> {
  const token = newToken('writ_s_')
  const expiresAt = new Date(world.clock.now().getTime() + 86_400_000)
  await startSession(signingIn(world), { accountId: id, token, expiresAt, userAgent: FIREFOX, replaces })
  return token
}

const events = (ctx: Ctx, action: string) =>
  world.db.auditEvent.findMany({
    where: { action, actorId: ctx.actor.kind === 'user' ? ctx.actor.accountId : '' },
  })

describe('startSession', () => {
  it('keeps the browser, the address and a hash of the token, and leaves an audit row', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    const token = await signedIn(id)
    const now = world.clock.now()
    expect(await listSessions(ctx)).toEqual([
      {
        id: expect.any(String),
        browser: 'Firefox on Linux',
        address: '192.0.2.1',
        createdAt: now,
        lastSeenAt: now,
      },
    ])
    expect(JSON.stringify(await world.db.session.findMany())).not.toContain(token)
    expect(await events(ctx, 'session.start')).toMatchObject([{ objectId: id, address: '192.0.2.1' }])
  })

  it('ends the session that the browser had before', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    await signedIn(id, await signedIn(id))
    expect(await listSessions(ctx)).toHaveLength(1)
  })

  it('is not for people', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    const session = { accountId: id, token: 'x', expiresAt: new Date(), userAgent: null, replaces: null }
    await expect(startSession(ctx, session)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('listSessions', () => {
  it('shows the latest seen first, and none that is over', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    await signedIn(id)
    world.clock.pass(60)
    await signedIn(id)
    const sessions = await listSessions(ctx)
    expect(sessions.map(({ lastSeenAt }) => lastSeenAt.getTime())).toEqual([
      world.clock.now().getTime(),
      world.clock.now().getTime() - 60_000,
    ])
    world.clock.pass(86_400)
    expect(await listSessions(ctx)).toEqual([])
  })
})

describe('endSession', () => {
  it('ends one session, with an audit row', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    await signedIn(id)
    const [session] = await listSessions(ctx)
    await endSession(ctx, { id: session?.id ?? '' })
    expect(await listSessions(ctx)).toEqual([])
    expect(await events(ctx, 'session.end')).toMatchObject([{ after: { ended: 1 } }])
  })

  it('does not find somebody else’s session', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    await signedIn(id)
    const [session] = await listSessions(ctx)
    const stranger = await admitted(world, byEmail())
    const theft = endSession(stranger.ctx, { id: session?.id ?? '' })
    await expect(theft).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await listSessions(ctx)).toHaveLength(1)
  })
})

describe('endOtherSessions', () => {
  it('keeps this one and ends the others of this person alone', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    const neighbor = await admitted(world, byEmail())
    await signedIn(neighbor.id)
    for (let i = 0; i < 3; i++) await signedIn(id)
    const [kept] = await listSessions(ctx)
    expect(await endOtherSessions(ctx, { keep: kept?.id ?? '' })).toEqual({ ended: 2 })
    expect(await listSessions(ctx)).toEqual([kept])
    expect(await listSessions(neighbor.ctx)).toHaveLength(1)
    expect(await events(ctx, 'session.end')).toMatchObject([{ after: { ended: 2 } }])
    expect(await endOtherSessions(ctx, { keep: kept?.id ?? '' })).toEqual({ ended: 0 })
    expect(await events(ctx, 'session.end')).toHaveLength(1)
  })
})
