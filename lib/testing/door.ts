import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll, beforeAll } from 'vitest'
import { KEPT } from '@/e2e/support/http'
import { machineListener } from '@/lib/api/door'
import { setRuntime } from '@/lib/runtime'
import { addressReader } from '@/lib/start/address'
import { stamp } from '@/lib/start/people-door'
import { answerUnparsable } from '@/lib/start/unparsable'
import type { World } from './context'
import { portOf } from './port-of'

export interface Door {
  /** `http://127.0.0.1:<port>`, where the machine door answers. It calls itself the world's issuer. */
  url: string
  /** `fetch` of a path of this door. */
  call(path: string, init?: RequestInit): Promise<Response>
}

/** For the top of a test file, after `testWorld()`: the machine door over real HTTP, on the world's database and clock. */
export function testDoor(world: World): Door {
  const door = { url: '', call: (path: string, init?: RequestInit) => fetch(`${door.url}${path}`, init) }
  const server = createServer(KEPT)
  beforeAll(async () => {
    setRuntime({ ...world, issuer: world.owner.issuer, secrets: world.owner.secrets })
    const readAddress = addressReader([])
    const listener = machineListener()
    server.on('request', (request, response) => {
      stamp(request, { requestId: randomUUID(), address: readAddress(request) })
      void listener(request, response)
    })
    answerUnparsable(server)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    door.url = `http://127.0.0.1:${portOf(server.address())}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return door
}
