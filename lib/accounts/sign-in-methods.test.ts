import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { admitted, byEmail, byGitHub, signingIn } from '@/lib/testing/newcomers'
import { refuseEmail, refuseNewGitHub } from './admission'
import { linkGitHub } from './link-github'
import { seeGitHubUser } from './see-github'
import { showAccount } from './show'
import { turnOnEmailSignIn } from './turn-on-email'
import { unlinkMethod } from './unlink'

const world = testWorld()
const gitHubUser = () => {
  const { subject, login } = byGitHub().identity
  return { subject, login: login ?? '' }
}
const auditOf = (objectId: string, action: string) =>
  world.db.auditEvent.findFirst({ where: { objectId, action } })

describe('linkGitHub', () => {
  it('adds GitHub to the ways to sign in, once, with an audit row', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    const user = gitHubUser()
    expect(await linkGitHub(ctx, user)).toBe('LINKED')
    expect(await linkGitHub(ctx, user)).toBe('LINKED')
    const { methods } = await showAccount(ctx)
    expect(methods).toMatchObject([{ provider: 'EMAIL' }, { provider: 'GITHUB', login: user.login }])
    expect(await auditOf(id, 'account.link')).toMatchObject({
      after: { method: 'GITHUB', login: user.login },
    })
  })

  it('takes nobody else’s GitHub user, and no second one', async () => {
    const taken = byGitHub()
    await admitted(world, taken)
    const { ctx } = await admitted(world, byEmail())
    const { subject, login } = taken.identity
    expect(await linkGitHub(ctx, { subject, login: login ?? '' })).toBe('TAKEN')
    expect(await linkGitHub(ctx, gitHubUser())).toBe('LINKED')
    expect(await linkGitHub(ctx, gitHubUser())).toBe('OCCUPIED')
  })

  it('lets one of two people who link the same user at once have it', async () => {
    const user = gitHubUser()
    const people = await Promise.all([admitted(world, byEmail()), admitted(world, byEmail())])
    const outcomes = await Promise.all(people.map(({ ctx }) => linkGitHub(ctx, user)))
    expect(outcomes.sort()).toEqual(['LINKED', 'TAKEN'])
  })

  it('is for people only', async () => {
    await expect(linkGitHub(signingIn(world), gitHubUser())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('turnOnEmailSignIn', () => {
  it('lets a GitHub person sign in by links to their verified address, with an audit row', async () => {
    const { email } = byEmail()
    const { ctx, id } = await admitted(world, byGitHub(undefined, email))
    expect(await turnOnEmailSignIn(ctx)).toEqual({ email })
    expect(await refuseEmail(ctx, email)).toBeNull()
    expect(await auditOf(id, 'account.link')).toMatchObject({
      actorId: id,
      after: { method: 'EMAIL', email },
    })
    await expect(turnOnEmailSignIn(ctx)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('wants a verified address', async () => {
    const { ctx } = await admitted(world, byGitHub())
    await expect(turnOnEmailSignIn(ctx)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('unlinkMethod', () => {
  it('takes a way to sign in away while another one remains, with an audit row', async () => {
    const { ctx, id } = await admitted(world, byEmail())
    await linkGitHub(ctx, gitHubUser())
    await unlinkMethod(ctx, { provider: 'EMAIL' })
    expect((await showAccount(ctx)).methods).toMatchObject([{ provider: 'GITHUB' }])
    expect(await auditOf(id, 'account.unlink')).toMatchObject({ before: { method: 'EMAIL' } })
    await expect(unlinkMethod(ctx, { provider: 'GITHUB' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(unlinkMethod(ctx, { provider: 'EMAIL' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leaves one way when both are taken away at once', async () => {
    const { ctx } = await admitted(world, byEmail())
    await linkGitHub(ctx, gitHubUser())
    const both = [unlinkMethod(ctx, { provider: 'EMAIL' }), unlinkMethod(ctx, { provider: 'GITHUB' })]
    const outcomes = await Promise.allSettled(both)
    expect(outcomes.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect((await showAccount(ctx)).methods).toHaveLength(1)
  })
})

describe('an address never joins two ways to sign in', () => {
  it('refuses a link to the address of somebody who signs in with GitHub', async () => {
    const { email } = byEmail()
    expect(await refuseEmail(world.owner, email)).toBeNull()
    await admitted(world, byGitHub(undefined, email))
    expect(await refuseEmail(world.owner, email)).toBe('EMAIL_USES_GITHUB')
  })

  it('refuses a new GitHub user with the address of an account', async () => {
    const { email } = byEmail()
    expect(await refuseNewGitHub(world.owner, email)).toBeNull()
    expect(await refuseNewGitHub(world.owner, null)).toBeNull()
    await admitted(world, byEmail(email))
    expect(await refuseNewGitHub(world.owner, email)).toBe('GITHUB_ADDRESS_IN_USE')
  })
})

describe('seeGitHubUser', () => {
  it('knows a renamed user by the numeric id, and leaves the organization’s id alone', async () => {
    const input = byGitHub()
    const { ctx, id } = await admitted(world, input)
    const { subject } = input.identity
    expect(await seeGitHubUser(signingIn(world), { subject, login: 'renamed', email: null })).toBe(true)
    expect((await showAccount(ctx)).methods).toMatchObject([{ login: 'renamed' }])
    expect(await auditOf(id, 'account.github-rename')).toMatchObject({ after: { login: 'renamed' } })
    const organization = await world.db.organization.findUnique({ where: { personalOf: id } })
    expect(organization?.id).toBe(`github:${input.identity.login}`)
  })

  it('gives a verified address to an account that has none, unless somebody has it', async () => {
    const input = byGitHub()
    const { ctx, id } = await admitted(world, input)
    const user = { subject: input.identity.subject, login: input.identity.login ?? '' }
    const taken = byEmail()
    await admitted(world, taken)
    await seeGitHubUser(signingIn(world), { ...user, email: taken.email })
    expect((await showAccount(ctx)).email).toBeNull()
    const { email } = byEmail()
    await seeGitHubUser(signingIn(world), { ...user, email })
    await seeGitHubUser(signingIn(world), { ...user, email: byEmail().email })
    expect((await showAccount(ctx)).email).toBe(email)
    expect(await auditOf(id, 'account.address')).toMatchObject({ after: { email } })
  })

  it('does not know a stranger', async () => {
    expect(await seeGitHubUser(signingIn(world), { ...gitHubUser(), email: null })).toBe(false)
  })
})
