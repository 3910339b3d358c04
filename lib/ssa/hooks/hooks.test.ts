import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { publishedKeys } from '@/lib/keys/published'
import { createSsa } from '@/lib/ssa/create'
import { fetchSsaJwt } from '@/lib/ssa/fetch-jwt'
import { findSsas } from '@/lib/ssa/find'
import { issueSsa } from '@/lib/ssa/issue'
import { findSsasSchema } from '@/lib/ssa/request-schema'
import { revealSsa } from '@/lib/ssa/reveal'
import { revokeSsa } from '@/lib/ssa/revoke'
import { revokeMatchingSsas } from '@/lib/ssa/revoke-matching'
import { issueSsaSchema } from '@/lib/ssa/schema'
import { apiClient } from '@/lib/testing/api-client'
import { manyLike } from '@/lib/testing/client-ssas'
import { testWorld } from '@/lib/testing/context'

vi.hoisted(() => {
  vi.stubEnv('WRIT_SSA_HOOKS', 'lib/testing/hooks/module.mjs')
  // Failures are wanted here.
  vi.stubEnv('LOG_LEVEL', 'fatal')
})

const world = testWorld()
const client = () => apiClient(world.owner, 'admin')
const FAILED = { code: 'CONFLICT', message: /^The extension module of this installation failed in/ }

async function create(body: object) {
  const { ssa } = await createSsa(client(), body)
  return { ssa, jti: String(decodeJwt(ssa).jti) }
}

const find = (jti: string) => findSsas(client(), findSsasSchema.parse({ jti }))
const issue = (softwareId: string) => issueSsa(world.owner, issueSsaSchema.parse({ softwareId }))

/** Whether this thread stayed free while `work` went on: a timer of 10 ms fired many times in 2 s. */
async function whileFree<T>(work: () => Promise<T>): Promise<T> {
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 10)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    expect(turns).toBeGreaterThan(20)
  }
}

describe('the extension module at create', () => {
  it('adds a header field and a claim, the signature verifies, and the JWT stays the same', async () => {
    const { ssa, jti } = await create({ software_id: 'added' })
    const keys = createLocalJWKSet(await publishedKeys(world.db, world.clock))
    const { payload, protectedHeader } = await jwtVerify(ssa, keys)
    expect(protectedHeader).toMatchObject({
      typ: 'JWT',
      alg: 'RS256',
      custom_header_name: 'custom_header_value',
    })
    expect(payload).toMatchObject({ jti, custom_claim_name: expect.stringMatching(/^Client/) })
    expect(await fetchSsaJwt(client(), { jti })).toEqual({ ssa })
  })

  it('works for what people issue, too', async () => {
    const { jwt } = await revealSsa(world.owner, await issue('By a person'))
    expect(decodeJwt(jwt)).toMatchObject({ custom_claim_name: world.owner.actor.name })
  })

  it('may return another statement, take its changes back, or do nothing', async () => {
    expect(decodeJwt((await create({ software_id: 'returns another' })).ssa)).toMatchObject({ another: true })
    expect(decodeJwt((await create({ software_id: 'takes it back' })).ssa)).not.toHaveProperty('added')
    expect(decodeJwt((await create({ software_id: 'plain' })).ssa)).toMatchObject({ software_id: 'plain' })
  })

  it.each([
    'throws',
    'exits',
    'eats memory',
    'returns a function',
    'changes iss',
    'changes jti',
    'changes org_id',
    'changes iat',
    'changes exp',
    'removes exp',
    'changes alg',
    'too long',
  ])('fails that request alone and stores nothing when it %s', async software_id => {
    const org_id = crypto.randomUUID()
    const platform = apiClient(world.operator, 'admin')
    await expect(createSsa(platform, { software_id, org_id })).rejects.toMatchObject(FAILED)
    expect(await world.db.ssa.count({ where: { softwareId: software_id } })).toBe(0)
    expect(await world.db.organization.count({ where: { id: org_id } })).toBe(0)
    await expect(create({ software_id: 'next' })).resolves.toBeDefined()
  })

  it.each(['loops', 'never answers'])(
    'is ended after two seconds when it %s, beside a free server',
    async name => {
      const started = performance.now()
      await whileFree(() => expect(create({ software_id: name })).rejects.toMatchObject(FAILED))
      const took = performance.now() - started
      expect(took).toBeGreaterThan(1900)
      // Where the machine is busy, the end of a thread takes its time.
      expect(took).toBeLessThan(10_000)
      await expect(create({ software_id: 'next' })).resolves.toBeDefined()
    },
  )

  it('recovers from many that loop at once, each told within the time limit', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => create({ software_id: 'loops' })))
    expect(tries.map(one => one.status)).toEqual(Array(8).fill('rejected'))
    await expect(create({ software_id: 'next' })).resolves.toBeDefined()
  })

  it('leaves a person’s name free when it fails', async () => {
    await expect(issue('throws')).rejects.toMatchObject(FAILED)
    expect(await world.db.ssa.count({ where: { heldName: 'throws' } })).toBe(0)
  })
})

describe('the extension module at get', () => {
  it('edits the list', async () => {
    const { jti } = await create({})
    expect((await find(jti)).list).toMatchObject([{ ssa: { jti, edited: true } }])
  })

  it('may leave statements out', async () => {
    const { jti } = await create({ description: 'hidden' })
    expect((await find(jti)).list).toEqual([])
  })

  it.each(['get throws', 'get loops'])('fails that request alone when %s', async description => {
    const { jti } = await create({ description })
    await expect(find(jti)).rejects.toMatchObject(FAILED)
    const { jti: other } = await create({})
    expect((await find(other)).list).toHaveLength(1)
  })
})

describe('the extension module at revoke', () => {
  it.each(['revoke throws', 'revoke loops'])(
    'undoes nothing when %s, and the audit log tells',
    async description => {
      const { jti } = await create({ description, software_id: description })
      expect(await revokeMatchingSsas(client(), { jti })).toEqual({ revoked: 1 })
      expect(await world.db.ssa.findUnique({ where: { jti } })).toMatchObject({ status: 'REVOKED' })
      const failures = await world.db.auditEvent.findMany({
        where: { objectId: jti, action: 'ssa.hook-failed' },
      })
      expect(failures).toMatchObject([
        { organizationId: world.owner.organization.id, objectName: description },
      ])
    },
  )

  it('is given a thousand at a time, and every one of them', async () => {
    const org = await world.newOrganization()
    await manyLike(org, 2001, 'revoke throws')
    expect(await revokeMatchingSsas(apiClient(org, 'admin'), {})).toEqual({ revoked: 2001 })
    const failures = await world.db.auditEvent.findMany({
      where: { organizationId: org.organization.id, action: 'ssa.hook-failed' },
      select: { after: true },
    })
    const jtis = failures.map(({ after }) => z.object({ jtis: z.array(z.string()) }).parse(after).jtis)
    expect(jtis.map(({ length }) => length).sort()).toEqual([1, 1000, 1000])
    expect(new Set(jtis.flat()).size).toBe(2001)
  })

  it('runs for what people revoke, too, and leaves no trace when it works', async () => {
    const { jti } = await issue('Revoked by a person')
    await revokeSsa(world.owner, { jti })
    expect(await world.db.auditEvent.count({ where: { objectId: jti, action: 'ssa.hook-failed' } })).toBe(0)
  })
})
