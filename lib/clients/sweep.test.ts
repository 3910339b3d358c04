import { describe, expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { newStatement } from '@/lib/testing/machine'
import { createClient } from './create'
import { createInitialAccessToken } from './initial-access-token'
import { registerWithStatement } from './register'
import { sweepClients } from './sweep'

const world = testWorld()
const DAY = 24 * 60 * 60

describe('sweepClients', () => {
  it('removes what is over: assertions, revocations, tokens, and registrations a month after their end', async () => {
    const { jwt } = await newStatement(world.owner, { lifetime: DAY })
    const { client_id: clientId } = await registerWithStatement(world.owner, jwt, {})
    await createClient(world.operator, { name: 'Stays', scopes: ['a'] })
    await createInitialAccessToken(world.operator, { scopes: ['a'], uses: 1, lifetime: DAY })
    const expiresAt = new Date(world.clock.now().getTime() + DAY * 1000)
    await world.db.usedAssertion.create({ data: { clientId, jti: 'a', expiresAt } })
    await world.db.revokedToken.create({ data: { jti: 'a', expiresAt } })
    expect(await sweepClients(world.operator)).toBe(0)
    world.clock.pass(DAY + 1)
    expect(await sweepClients(world.operator)).toBe(3)
    expect(await world.db.client.count()).toBe(2)
    world.clock.pass(30 * DAY)
    expect(await sweepClients(world.operator)).toBe(1)
    expect(await world.db.client.findMany({ select: { name: true } })).toEqual([{ name: 'Stays' }])
  })
})
