import { expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { newStatement } from '@/lib/testing/machine'
import { countSsas } from './count'
import { revokeSsa } from './revoke'

const world = testWorld()

it('counts the statements of the organization alone, revoked ones too', async () => {
  await newStatement(world.owner)
  await revokeSsa(world.owner, await newStatement(world.owner))
  await newStatement(world.stranger)
  expect([await countSsas(world.viewer), await countSsas(world.stranger)]).toEqual([2, 1])
  const nobody = { ...world.owner, actor: { kind: 'user' as const, accountId: 'x', name: 'x', role: null } }
  await expect(countSsas(nobody)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
