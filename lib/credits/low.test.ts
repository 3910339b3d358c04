import { describe, expect, it } from 'vitest'
import type { OrgCtx } from '@/lib/context'
import { organizationPath } from '@/lib/organizations/path'
import { testWorld } from '@/lib/testing/context'
import { audited, debit, grant, platformClient, signedUp } from '@/lib/testing/credits'
import { queuedMails } from '@/lib/testing/mail'
import { join, personOf } from '@/lib/testing/people'
import { getCreditAccount } from './account'
import { setCreditThreshold } from './set-threshold'
import { tellUntoldLow } from './sweep'

const world = testWorld()
const client = () => platformClient(world.operator)

describe('low credits', () => {
  it('are told to owners and admins once, and again after they were above the threshold', async () => {
    const org = await signedUp(world)
    const admin = await join(world, org, 'ADMIN')
    const viewer = await join(world, org, 'VIEWER')
    const { id } = org.organization
    await debit(client(), org, { quantity: 449 })
    expect(await audited(org, 'credits.low')).toHaveLength(0)
    await debit(client(), org)
    await debit(client(), org)
    expect(await audited(org, 'credits.low')).toMatchObject([
      { actorKind: 'system', after: { balance: 50, threshold: 50, mails: 2 } },
    ])
    const mailsTo = async (ctx: OrgCtx) => queuedMails(ctx, (await personOf(ctx)).email)
    for (const manager of [org, admin]) {
      expect(await mailsTo(manager)).toEqual([
        expect.objectContaining({
          subject: `${org.organization.name} has 50 SCAN credits left`,
          link: `https://writ.test${organizationPath(id, 'market/scan')}`,
        }),
      ])
    }
    expect(await mailsTo(viewer)).toEqual([])

    expect(await grant(world.operator, id, 1)).toMatchObject({ balance: 50, low: true })
    expect(await audited(org, 'credits.low'), 'still low').toHaveLength(1)
    expect(await grant(world.operator, id, 1)).toMatchObject({ balance: 51, low: false })
    await debit(client(), org)
    expect(await audited(org, 'credits.low'), 'low again').toHaveLength(2)
  })

  it('are told by the sweep when the process that should have told died', async () => {
    const org = await signedUp(world)
    const where = { organizationId: org.organization.id }
    await world.db.creditAccount.update({ where, data: { threshold: 1000 } })
    expect(await tellUntoldLow(world.operator)).toBe(1)
    expect(await tellUntoldLow(world.operator)).toBe(0)
    expect(await audited(org, 'credits.low')).toHaveLength(1)
  })

  it('cost no debit when nobody can be told', async () => {
    const org = await signedUp(world)
    const broken = client()
    broken.secrets = {
      ...broken.secrets,
      seal: () => {
        throw new Error('no seal')
      },
    }
    expect(await debit(broken, org, { quantity: 480 })).toMatchObject({ balance: 20 })
    expect(await audited(org, 'credits.low')).toHaveLength(0)
    await debit(client(), org)
    expect(await audited(org, 'credits.low'), 'the next one tells').toHaveLength(1)
  })
})

describe('setCreditThreshold', () => {
  it('changes when credits count as low, and tells at once when they do', async () => {
    const org = await signedUp(world)
    expect(await setCreditThreshold(org, { threshold: 500 })).toMatchObject({ threshold: 500, low: true })
    expect(await audited(org, 'credits.low')).toHaveLength(1)
    expect(await setCreditThreshold(org, { threshold: 10 })).toMatchObject({ threshold: 10, low: false })
    await setCreditThreshold(org, { threshold: 10 })
    expect(await audited(org, 'credits.threshold')).toMatchObject([
      { before: { threshold: 50 }, after: { threshold: 500 } },
      { before: { threshold: 500 }, after: { threshold: 10 } },
    ])
    await setCreditThreshold(org, { threshold: 500 })
    expect(await audited(org, 'credits.low'), 'it was above in between').toHaveLength(2)
  })

  it('is for owners and admins of organizations that signed up', async () => {
    const org = await signedUp(world)
    const viewer = await join(world, org, 'VIEWER')
    await expect(setCreditThreshold(viewer, { threshold: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(setCreditThreshold(world.stranger, { threshold: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await getCreditAccount(org)).toMatchObject({ threshold: 50 })
  })
})
