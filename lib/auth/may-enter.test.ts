import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { admitted, byEmail, byGitHub, signingIn } from '@/lib/testing/newcomers'
import { mayEnter } from './may-enter'
import { authOptions } from './options'
import type { Visit } from './visit'

const world = testWorld()
const visit = (linking: Visit['linking'] = null): Visit => ({
  ctx: signingIn(world),
  userAgent: null,
  sessionToken: null,
  linking,
})
const GITHUB = { provider: 'github', type: 'oauth' as const, providerAccountId: 'unused' }
const EMAIL = { provider: 'email', type: 'email' as const, providerAccountId: 'unused' }

/** A GitHub user arrives whom GitHub describes like this. */
const arrives = (profile: { id: number; login: string; email?: string }, linking: Visit['linking'] = null) =>
  mayEnter(visit(linking), { user: { id: 'unused' }, account: GITHUB, profile })
const newUser = () => ({ id: Math.trunc(Math.random() * 1e12), login: 'ada' })
const personOf = (id: string) => ({
  person: { sessionId: 's', accountId: id, name: 'Ada', email: null, staff: [] },
})

describe('mayEnter', () => {
  it('lets strangers in by either way', async () => {
    expect(await arrives({ ...newUser(), email: byEmail().email })).toBe(true)
    const user = { id: 'unused', email: byEmail().email }
    expect(await mayEnter(visit(), { user, account: EMAIL })).toBe(true)
  })

  it('joins no two ways to sign in by their address', async () => {
    const mailed = byEmail()
    await admitted(world, mailed)
    expect(await arrives({ ...newUser(), email: mailed.email })).toBe('/sign-in?error=GitHubAddressInUse')
    const { email } = byEmail()
    await admitted(world, byGitHub(undefined, email))
    const user = { id: 'unused', email }
    expect(await mayEnter(visit(), { user, account: EMAIL })).toBe('/sign-in?error=EmailUsesGitHub')
  })

  it('links for whoever left to link, and for nobody whose session has ended meanwhile', async () => {
    const { id } = await admitted(world, byEmail())
    const user = newUser()
    expect(await arrives(user, { person: null })).toBe('/sign-in?error=LinkingInterrupted')
    expect(await arrives(user, personOf(id))).toBe('/account?linked=github')
    expect(await arrives(newUser(), personOf(id))).toBe('/account?error=GitHubOccupied')
    const other = await admitted(world, byEmail())
    expect(await arrives(user, personOf(other.id))).toBe('/account?error=GitHubTaken')
    expect(await arrives(user)).toBe(true)
  })
})

describe('authOptions', () => {
  it('keeps every redirect on this site', async () => {
    const redirect = authOptions(visit()).callbacks?.redirect
    const lead = (url: string) => redirect?.({ url, baseUrl: 'https://evil.example' })
    expect(await lead('/account?a=b')).toBe('https://writ.test/account?a=b')
    expect(await lead('https://evil.example/')).toBe('https://writ.test/')
    expect(await lead('\\\\evil.example')).toBe('https://writ.test/')
  })

  it('uses secure cookies on https, and a secret of its own', () => {
    const { useSecureCookies, secret } = authOptions(visit())
    expect(useSecureCookies).toBe(true)
    expect(secret).toBe(world.owner.secrets.derive('next-auth'))
  })
})
