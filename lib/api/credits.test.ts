import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '@/lib/clients/create'
import { createClientSchema } from '@/lib/clients/schema'
import { systemClock } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { issueAccessToken } from '@/lib/oauth/access-token'
import { testWorld } from '@/lib/testing/context'
import { ledgerOf, signedUp } from '@/lib/testing/credits'
import { testDoor } from '@/lib/testing/door'
import { jsonOf } from '@/lib/testing/machine'
import { inWaves } from '@/lib/testing/waves'

const world = testWorld()
const door = testDoor(world)
const SCOPE = 'writ:credits'
let bearer: { authorization: string }

async function bearerOf(maker: Ctx, scope = SCOPE) {
  const { client } = await createClient(maker, createClientSchema.parse({ name: 'Billing', scopes: [scope] }))
  const token = await issueAccessToken({ ...maker, clock: systemClock }, client.id, [scope])
  return { authorization: `Bearer ${token}` }
}

beforeAll(async () => {
  bearer = await bearerOf(world.operator)
})

const debit = (body: unknown, headers: Record<string, string> = { 'idempotency-key': randomUUID() }) =>
  door.call('/v1/credits/debit', jsonOf(body, { ...bearer, ...headers }))
const balance = (orgId: string) =>
  door.call(`/v1/credits/balance?org_id=${encodeURIComponent(orgId)}`, { headers: bearer })
const told = async (response: Response) => [response.status, await response.json()]

describe('POST /v1/credits/debit', () => {
  it('debits, and says the same again for the same key', async () => {
    const org = await signedUp(world)
    const { id } = org.organization
    const body = { org_id: id, product: 'typekey', quantity: 2, reference: 'order 4711' }
    const key = { 'idempotency-key': randomUUID() }
    const first = await debit(body, key)
    expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([
      201,
      'application/json',
      'no-store',
    ])
    const answer = await first.text()
    expect(JSON.parse(answer)).toEqual({
      transaction_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      org_id: id,
      product: 'typekey',
      quantity: 2,
      cost: 8,
      balance: 492,
      reference: 'order 4711',
      created_at: world.clock.now().toISOString(),
    })
    const again = await debit(body, key)
    expect([again.status, await again.text()]).toEqual([201, answer])
    expect(await told(await debit({ ...body, quantity: 3 }, key))).toEqual([
      422,
      {
        code: 422,
        message:
          'This Idempotency-Key was used for a debit that asked for something else. Take a new one for each debit.',
        reason: 'IDEMPOTENCY_KEY_REUSED',
      },
    ])
    expect(await told(await balance(id))).toEqual([
      200,
      { org_id: id, balance: 492, threshold: 50, low: false },
    ])
    expect(await ledgerOf(org)).toMatchObject({ sum: 492, entries: 2 })
  })

  it('says 402 when there are not enough credits, and what there are', async () => {
    const { id } = (await signedUp(world)).organization
    expect(await told(await debit({ org_id: id, product: 'typekey', quantity: 126 }))).toEqual([
      402,
      {
        code: 402,
        message: `The organization ${id} has 500 SCAN credits, and this costs 504.`,
        reason: 'INSUFFICIENT_CREDITS',
      },
    ])
  })

  it('tells each mistake apart', async () => {
    const { id } = (await signedUp(world)).organization
    const none = (await world.newOrganization()).organization.id
    const reasonOf = async (response: Response) => {
      const { code, reason } = await response.json()
      expect(code).toBe(response.status)
      return [response.status, reason]
    }
    const right = { org_id: id, product: 'supergluu' }
    expect(await reasonOf(await debit(right, {}))).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED'])
    expect(await reasonOf(await debit({ ...right, org_id: 'org:nobody' }))).toEqual([
      404,
      'UNKNOWN_ORGANIZATION',
    ])
    expect(await reasonOf(await debit({ ...right, product: 'nothing' }))).toEqual([404, 'UNKNOWN_PRODUCT'])
    expect(await reasonOf(await debit({ ...right, org_id: none }))).toEqual([409, 'NOT_SIGNED_UP'])
    for (const wrong of [
      { quantity: 0 },
      { quantity: 1.5 },
      { quantity: '1' },
      { org_id: 7 },
      { product: '' },
    ]) {
      expect(await reasonOf(await debit({ ...right, ...wrong }))).toEqual([422, 'INVALID_REQUEST'])
    }
    expect(await reasonOf(await balance(none))).toEqual([409, 'NOT_SIGNED_UP'])
    expect(await reasonOf(await balance('org:nobody'))).toEqual([404, 'UNKNOWN_ORGANIZATION'])
    expect(await reasonOf(await door.call('/v1/credits/balance', { headers: bearer }))).toEqual([
      422,
      'INVALID_REQUEST',
    ])
    expect(await reasonOf(await door.call('/v1/credits/none', { headers: bearer }))).toEqual([
      404,
      'NOT_FOUND',
    ])
  })

  it('says of a wrong verb and of a large body what HTTP says, under reasons of their own', async () => {
    const wrong = await door.call('/v1/credits/debit', { method: 'PUT', headers: bearer })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'OPTIONS, POST'])
    expect(await wrong.json()).toMatchObject({ code: 405, reason: 'WRONG_METHOD' })
    const large = await debit({ org_id: 'a'.repeat(200_000) })
    expect(await told(large)).toEqual([
      413,
      { code: 413, message: 'The body is larger than 128 kB. Send less.', reason: 'TOO_LARGE' },
    ])
  })

  it('is for platform clients with the scope', async () => {
    const owner = await world.newOrganization()
    await signUpForCredits(owner)
    const system: Ctx = { ...owner, actor: { kind: 'system', name: 'cli' } }
    const body = { org_id: owner.organization.id, product: 'supergluu' }
    const as = async (headers: object) => {
      const response = await debit(body, { 'idempotency-key': randomUUID(), ...headers })
      return [response.status, (await response.json()).reason]
    }
    expect(await as(await bearerOf(system))).toEqual([403, 'PLATFORM_ONLY'])
    const other = await bearerOf(world.operator, 'https://jans.io/auth/ssa.admin')
    expect(await as(other)).toEqual([403, 'INSUFFICIENT_SCOPE'])
    expect(await as({ authorization: 'Bearer nonsense' })).toEqual([401, 'INVALID_TOKEN'])
    expect(await as({ authorization: '' })).toEqual([401, 'INVALID_TOKEN'])
    await expect(bearerOf(owner)).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('is limited like the others', async () => {
    const [client, id] = [await bearerOf(world.operator), 'org:nobody']
    const path = `/v1/credits/balance?org_id=${id}`
    const answers = await inWaves(1250, () => door.call(path, { headers: client }))
    const refused = answers.filter(answer => answer.status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await refused[0]?.json()).toMatchObject({ code: 429, reason: 'RATE_LIMITED' })
  })
})
