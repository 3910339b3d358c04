import { beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/clients/create'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'
import { basic, type Credentials, formOf } from '@/lib/testing/machine'
import { TOKEN } from '@/lib/testing/software'
import { inWaves } from '@/lib/testing/waves'
import { limitAddress } from './limits'

const world = testWorld()
const door = testDoor(world)
let client: Credentials

beforeAll(async () => {
  const { client: made, secret } = await createClient(world.operator, { name: 'Busy', scopes: ['a'] })
  client = { client_id: made.id, client_secret: secret }
})

const ask = () => door.call(TOKEN, formOf({ grant_type: 'client_credentials' }, basic(client)))

describe('the limits of the machine door', () => {
  it('let 1,200 calls a minute pass, then say when to come again, and open anew', async () => {
    const answers = await inWaves(1250, ask)
    const refused = answers.filter(answer => answer.status === 429)
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1200)
    expect(refused).toHaveLength(50)
    expect(refused[0]?.headers.get('retry-after')).toBe('60')
    expect(await refused[0]?.json()).toEqual({
      error: 'temporarily_unavailable',
      error_description: 'Too many requests. Try again in a minute.',
    })
    world.clock.pass(60)
    expect((await ask()).status).toBe(200)
  })

  it('count a whole /64 of IPv6 as one caller, however it is written', async () => {
    const from = (address: string) => limitAddress({ ...world.owner, address }, 'validate')
    for (let taken = 0; taken < 1200; taken++) {
      await from(taken % 2 ? '2001:db8:1:2::' : `2001:db8:1:2:a:b:c:${taken.toString(16)}`)
    }
    await expect(from('2001:db8:1:2:ffff::1')).rejects.toMatchObject({ code: 'LIMIT' })
    await expect(from('2001:db8:1:3::1')).resolves.toBeUndefined()
    await expect(from('192.0.2.7')).resolves.toBeUndefined()
  })
})
