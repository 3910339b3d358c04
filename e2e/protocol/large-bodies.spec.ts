import { execFileSync } from 'node:child_process'
import { INTROSPECT, REGISTER, REVOKE, TOKEN } from '@/lib/testing/software'
import { expect, test } from '../support/test'
import { startWrit, type Writ } from '../support/writ'

const MEGABYTE = 1024 * 1024
const TOO_LARGE = { error_description: 'The body is larger than 128 kB. Send less.' }
let writ: Writ

test.beforeAll(async ({ installation }) => {
  writ = await startWrit(installation.settings)
})
test.afterAll(() => writ.stop())

const FORM = 'application/x-www-form-urlencoded'
const ENDPOINTS = [
  [TOKEN, FORM],
  [INTROSPECT, FORM],
  [REVOKE, FORM],
  [REGISTER, 'application/json'],
] as const

/** Bytes of memory that the server holds. */
function memory(): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(writ.pid)]).toString()) * 1024
}

/** So many megabytes, a piece at a time: nobody says beforehand how long it is. */
function endless(megabytes: number): ReadableStream<Uint8Array> {
  let left = megabytes
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(new Uint8Array(MEGABYTE).fill(97))
      else controller.close()
    },
  })
}

/** Sends to every endpoint twice: the second round takes no more memory, and the server lives. */
async function expectFlatMemory(send: (path: string, type: string) => Promise<void>): Promise<void> {
  for (const [path, type] of ENDPOINTS) await send(path, type)
  const before = memory()
  for (const [path, type] of ENDPOINTS) await send(path, type)
  expect(memory() - before).toBeLessThan(40 * MEGABYTE)
  expect((await fetch(`${writ.local}/healthz`)).status).toBe(200)
}

test('a body of 50 MB gets 413 in JSON, and the memory stays flat', async () => {
  const body = new Uint8Array(50 * MEGABYTE).fill(97)
  await expectFlatMemory(async (path, type) => {
    const response = await fetch(`${writ.local}${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect([path, response.status]).toEqual([path, 413])
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toMatchObject(TOO_LARGE)
  })
})

test('a body that does not say how long it is gets 413 when it is too long, and the memory stays flat', async () => {
  await expectFlatMemory(async (path, type) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body: endless(50), duplex: 'half' }
    const response = await fetch(`${writ.local}${path}`, init)
    expect([path, response.status]).toEqual([path, 413])
    expect(await response.json()).toMatchObject(TOO_LARGE)
  })
})
