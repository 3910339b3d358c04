import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { admitted, byEmail, byGitHub, signingIn } from '@/lib/testing/newcomers'
import { newSignInLink, signInLinkState } from './link-token'
import { createSignInLink } from './sign-in-link'

const world = testWorld()
const anyone = () => byEmail().email

describe('createSignInLink', () => {
  it('makes the account of a new address and prints a link of this installation', async () => {
    const email = anyone()
    const link = new URL(await createSignInLink(signingIn(world), { email, callbackUrl: '/account' }))
    expect(link.origin + link.pathname).toBe('https://writ.test/sign-in/confirm')
    expect(Object.fromEntries(link.searchParams)).toEqual({
      email,
      token: expect.stringMatching(/^writ_in_[\w-]{43}$/),
      callbackUrl: '/account',
    })
    expect(await world.db.account.count({ where: { email } })).toBe(1)
  })

  it('makes no second account, and names the person in the audit log', async () => {
    const { id } = await admitted(world, byEmail('known@example.org'))
    await createSignInLink(signingIn(world), { email: 'known@example.org' })
    const where = { action: 'account.sign-in-link', objectId: id }
    expect(await world.db.auditEvent.findFirst({ where })).toMatchObject({
      after: { email: 'known@example.org' },
    })
  })

  it('turns e-mail sign-in on for somebody who came with GitHub, with an audit row of its own', async () => {
    const email = anyone()
    const { id } = await admitted(world, byGitHub(undefined, email))
    await createSignInLink(signingIn(world), { email })
    expect(
      await world.db.identity.count({ where: { accountId: id, provider: 'EMAIL', subject: email } }),
    ).toBe(1)
    const event = await world.db.auditEvent.findFirst({ where: { action: 'account.link', objectId: id } })
    expect(event).toMatchObject({ actorKind: 'system', after: { method: 'EMAIL' } })
  })

  it('is not for people', async () => {
    await expect(createSignInLink(world.operator, { email: anyone() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('a sign-in link', () => {
  it('keeps only a hash of its token, and works for 15 minutes', async () => {
    const ctx = signingIn(world)
    const email = anyone()
    const token = new URL(await newSignInLink(ctx, email)).searchParams.get('token') ?? ''
    expect(JSON.stringify(await world.db.signInToken.findMany())).not.toContain(token)
    world.clock.pass(15 * 60 - 1)
    expect(await signInLinkState(ctx, { email, token })).toBe('fresh')
    world.clock.pass(1)
    expect(await signInLinkState(ctx, { email, token })).toBe('expired')
  })

  it('is worth nothing with another address or another token', async () => {
    const ctx = signingIn(world)
    const email = anyone()
    const token = new URL(await newSignInLink(ctx, email)).searchParams.get('token') ?? ''
    for (const email of [anyone(), 'a\0b@example.org', '\ud800@example.org', '']) {
      expect(await signInLinkState(ctx, { email, token })).toBe('spent')
    }
    expect(await signInLinkState(ctx, { email, token: `${token}x` })).toBe('spent')
  })

  it('never leads to another site', async () => {
    const link = await newSignInLink(signingIn(world), anyone(), 'https://evil.example/')
    expect(new URL(link).searchParams.has('callbackUrl')).toBe(false)
  })
})
