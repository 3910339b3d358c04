import { describe, expect, test } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { issueSsa } from './issue'
import { revealSsa } from './reveal'
import { issueSsaSchema } from './schema'
import { verifySsa } from './verify'

const world = testWorld()

describe('checking a signature on the server', () => {
  test('accepts a JWT that was shown here, and names the key', async () => {
    const { jti, kid } = await issueSsa(world.owner, issueSsaSchema.parse({ softwareId: 'Verified' }))
    const { jwt } = await revealSsa(world.owner, { jti })
    expect(await verifySsa(world.admin, { jwt })).toEqual({ valid: true, kid })
    expect(await verifySsa(world.admin, { jwt: `${jwt.slice(0, -4)}AAAA` })).toEqual({
      valid: false,
      code: 'BAD_SIGNATURE',
    })
  })

  test('is not for viewers, who never hold a JWT', async () => {
    await expect(verifySsa(world.viewer, { jwt: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
