import { describe, expect, it } from 'vitest'
import { newSignInLink, signInTokenHash } from '@/lib/accounts/link-token'
import { newToken, tokenHash } from '@/lib/secrets'
import { testWorld } from '@/lib/testing/context'
import { byEmail, byGitHub, signingIn } from '@/lib/testing/newcomers'
import { visitAdapter } from './adapter'

const world = testWorld()
const adapterFor = (sessionToken: string | null = null) =>
  visitAdapter({ ctx: signingIn(world), userAgent: 'Firefox/140.0', sessionToken, linking: null })
const inAMonth = () => new Date(world.clock.now().getTime() + 30 * 86_400_000)

describe('visitAdapter', () => {
  it('makes a GitHub newcomer’s account in one go, and finds it by GitHub’s id', async () => {
    const adapter = adapterFor()
    const { email } = byEmail()
    const person = { gitHubId: '4711', login: 'grace', name: 'Grace', email, emailVerified: null }
    const user = await adapter.createUser(person)
    const found = await adapter.getUserByAccount({ provider: 'github', providerAccountId: '4711' })
    expect(found).toMatchObject({ id: user.id, name: 'Grace', email })
    expect(await adapter.getUserByAccount({ provider: 'google', providerAccountId: '4711' })).toBeNull()
  })

  it('makes the account of whoever proved an address', async () => {
    const { email } = byEmail('ada.king@example.org')
    const user = await adapterFor().createUser({ email, emailVerified: new Date() })
    expect(user).toMatchObject({ name: 'Ada King', email })
    expect(await adapterFor().getUserByEmail(email)).toMatchObject({ id: user.id })
    expect(await adapterFor().getUser(user.id)).toMatchObject({ email })
  })

  it('lets only accounts with e-mail sign-in come back by e-mail', async () => {
    const adapter = adapterFor()
    const known = await adapter.createUser({ email: byEmail().email, emailVerified: new Date() })
    expect(await adapter.updateUser({ id: known.id })).toMatchObject({ id: known.id })
    const { name, identity } = byGitHub()
    const gitHub = {
      name,
      gitHubId: identity.subject,
      login: identity.login,
      email: byEmail().email,
      emailVerified: null,
    }
    const { id } = await adapter.createUser(gitHub)
    await expect(adapter.updateUser({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('keeps only the hash of a session’s token, and ends the browser’s former session', async () => {
    const { id: userId } = await adapterFor().createUser({
      email: byEmail().email,
      emailVerified: new Date(),
    })
    const [first, second] = [newToken('writ_s_'), newToken('writ_s_')]
    await adapterFor().createSession({ sessionToken: first, userId, expires: inAMonth() })
    await adapterFor(first).createSession({ sessionToken: second, userId, expires: inAMonth() })
    expect(await world.db.session.findMany({ where: { accountId: userId } })).toMatchObject([
      {
        tokenHash: tokenHash(second),
        userAgent: 'Firefox/140.0',
        address: '192.0.2.1',
        expiresAt: inAMonth(),
      },
    ])
    await adapterFor().deleteSession(second)
    expect(await world.db.session.count({ where: { accountId: userId } })).toBe(0)
  })

  it('never tells next-auth that somebody is signed in, so that it links nothing by itself', async () => {
    const { id: userId } = await adapterFor().createUser({
      email: byEmail().email,
      emailVerified: new Date(),
    })
    const sessionToken = newToken('writ_s_')
    await adapterFor().createSession({ sessionToken, userId, expires: inAMonth() })
    expect(await adapterFor(sessionToken).getSessionAndUser()).toBeNull()
  })

  it('gives a sign-in token to one of many who ask at once', async () => {
    const { identifier, token } = await newLink()
    const tries = Array.from({ length: 6 }, () => adapterFor().useVerificationToken({ identifier, token }))
    const given = (await Promise.all(tries)).filter(one => one !== null)
    expect(given).toMatchObject([{ identifier, token }])
  })

  it('gives no sign-in token to another address, and none that is over', async () => {
    const { identifier, token } = await newLink()
    expect(await adapterFor().useVerificationToken({ identifier: byEmail().email, token })).toBeNull()
    world.clock.pass(15 * 60)
    expect(await adapterFor().useVerificationToken({ identifier, token })).toBeNull()
  })
})

/** A new link, as next-auth asks for it: by address and hash. */
async function newLink() {
  const ctx = signingIn(world)
  const { email: identifier } = byEmail()
  const token = new URL(await newSignInLink(ctx, identifier)).searchParams.get('token') ?? ''
  return { identifier, token: signInTokenHash(ctx.secrets, token) }
}
