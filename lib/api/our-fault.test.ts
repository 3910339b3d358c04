import { expect, it, vi } from 'vitest'
import { createClient } from '@/lib/clients/create'
import { log } from '@/lib/log'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { basic, formOf } from '@/lib/testing/machine'
import { TOKEN } from '@/lib/testing/software'
import { refusal, ssaCalls } from '@/lib/testing/ssa-calls'

const world = testWorld()
const door = testDoor(world)
const { admin, create, get, post } = ssaCalls(world, door)

it('a statement that is stored wrongly is our fault, and the log has it', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
  const { headers } = await admin()
  const { jti } = await create(headers)
  await world.db.ssa.update({ where: { jti }, data: { customAttributes: [1] } })
  for (const query of [`?jti=${jti}`, '']) {
    expect(await refusal(await get(query, headers))).toEqual({
      status: 500,
      error: 'unknown_error',
      error_description: 'Something went wrong on our side. Try again in a moment.',
      reason: 'Unknown error',
    })
  }
  expect(logged).toHaveBeenCalledTimes(2)
  expect(await refusal(await post(headers, { lifetime: 'abc' }))).toMatchObject({ status: 400 })
  expect(logged).toHaveBeenCalledTimes(2)
  logged.mockRestore()
})

it('a client that is stored wrongly is our fault too', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
  const { client, secret } = await createClient(world.owner, { name: 'Broken', scopes: [] })
  await world.db.client.update({ where: { id: client.id }, data: { jwks: 'no key set' } })
  const credentials = basic({ client_id: client.id, client_secret: secret })
  const response = await door.call(TOKEN, formOf({ grant_type: 'client_credentials' }, credentials))
  expect([response.status, await response.json()]).toMatchObject([500, { error: 'server_error' }])
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
})
