import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { byEmail, byGitHub, signingIn } from '@/lib/testing/newcomers'
import { createAccount } from './create'

const world = testWorld()

describe('createAccount', () => {
  it('makes account, way to sign in, personal organization, ownership and an audit row', async () => {
    const input = byEmail()
    const { id } = await createAccount(signingIn(world), input)
    const account = await world.db.account.findUniqueOrThrow({
      where: { id },
      include: { identities: true, memberships: { include: { organization: true } } },
    })
    expect(account).toMatchObject({ name: 'Ada', email: input.email })
    expect(account.identities).toMatchObject([{ provider: 'EMAIL', subject: input.email, login: null }])
    expect(account.memberships).toMatchObject([
      { role: 'OWNER', organization: { kind: 'PERSONAL', personalOf: id, name: "Ada's organization" } },
    ])
    const organizationId = account.memberships[0]?.organizationId
    expect(organizationId).toMatch(/^org:[a-z2-7]{12}$/)
    expect(await world.db.auditEvent.findFirst({ where: { objectId: id } })).toMatchObject({
      action: 'account.create',
      organizationId,
      actorId: id,
      after: { method: 'EMAIL', email: input.email, organization: organizationId },
    })
  })

  it('names the organization of a GitHub user after the login', async () => {
    const { id } = await createAccount(signingIn(world), byGitHub('Octo-Cat'))
    expect(await organizationOf(id)).toMatchObject({
      id: 'github:Octo-Cat',
      foldedId: 'github:octo-cat',
      name: 'Octo-Cat',
    })
  })

  it('falls back to an id that says nothing when the login is taken, in whatever case', async () => {
    await createAccount(signingIn(world), byGitHub('grace'))
    const { id } = await createAccount(signingIn(world), byGitHub('Grace'))
    expect((await organizationOf(id))?.id).toMatch(/^org:[a-z2-7]{12}$/)
  })

  it('refuses an identity or an address that somebody has, and leaves nothing behind', async () => {
    const input = byEmail()
    await createAccount(signingIn(world), input)
    const before = await world.db.organization.count()
    await expect(createAccount(signingIn(world), input)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(createAccount(signingIn(world), byGitHub(undefined, input.email))).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await world.db.organization.count()).toBe(before)
  })

  it('makes one account when somebody signs in for the first time twice at once', async () => {
    const input = byGitHub()
    const tries = [1, 2, 3].map(() => createAccount(signingIn(world), input))
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await world.db.identity.count({ where: { subject: input.identity.subject } })).toBe(1)
  })

  it('is for the sign-in and the command line alone', async () => {
    for (const ctx of [world.owner, world.operator]) {
      await expect(createAccount(ctx, byEmail())).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

function organizationOf(personalOf: string) {
  return world.db.organization.findUnique({ where: { personalOf } })
}
