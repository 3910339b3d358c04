import { describe, expect, it } from 'vitest'
import { DAY_SECONDS, daysAfter } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { newStatement } from '@/lib/testing/machine'
import { createClient } from './create'
import { createInitialAccessToken } from './initial-access-token'
import { registerWithStatement } from './register'
import { sweepClients } from './sweep'

const world = testWorld()

describe('sweepClients', () => {
  it('removes what is over: assertions, revocations, tokens, and registrations a month after their end', async () => {
    const { jwt } = await newStatement(world.owner, { lifetime: DAY_SECONDS })
    const { client_id: clientId } = await registerWithStatement(world.owner, jwt, {})
    await createClient(world.operator, { name: 'Stays', scopes: ['a'] })
    await createInitialAccessToken(world.operator, { scopes: ['a'], uses: 1, lifetime: DAY_SECONDS })
    const expiresAt = daysAfter(world.clock.now(), 1)
    await world.db.usedAssertion.create({ data: { clientId, jti: 'a', expiresAt } })
    await world.db.revokedToken.create({ data: { jti: 'a', expiresAt } })
    expect(await sweepClients(world.operator)).toBe(0)
    world.clock.pass(DAY_SECONDS + 1)
    expect(await sweepClients(world.operator)).toBe(3)
    expect(await world.db.client.count()).toBe(2)
    world.clock.pass(30 * DAY_SECONDS)
    expect(await sweepClients(world.operator)).toBe(1)
    expect(await world.db.client.findMany({ select: { name: true } })).toEqual([{ name: 'Stays' }])
  })
})
