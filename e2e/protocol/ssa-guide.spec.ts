import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newBearer, newSsa, SSA } from '../support/api-client'
import { newDatabaseBeside } from '../support/database'
import { examplesOf, expectExamples } from '../support/guide'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

const GUIDE = 'docs/guides/the-ssa-endpoint.md'

test('every example of the guide does what the guide says', async ({ installation }) => {
  const database = await newDatabaseBeside(installation.settings.DATABASE_URL)
  const settings = { ...installation.settings, DATABASE_URL: database.url }
  const server = await startWrit(settings)
  const examples = await examplesOf(GUIDE)
  const env = { ...process.env, ...settings, WRIT_DATA: server.data, WRIT_URL: server.url, WRIT: server.url }
  await expectExamples(examples, env)
  await server.stop()
  await database.stop()
})

test('the extension module of the guide works', async ({ installation }) => {
  const examples = await examplesOf(GUIDE)
  const folder = mkdtempSync(join(tmpdir(), 'writ-hooks-'))
  const module = join(folder, 'hooks.mjs')
  writeFileSync(module, examples.find(({ kind }) => kind === 'js')?.text ?? '')
  expect(examples.find(({ kind }) => kind === 'sh start')?.text).toContain('WRIT_SSA_HOOKS=')
  const server = await startWrit({ ...installation.settings, WRIT_SSA_HOOKS: module })
  const ctx = { ...installation.ctx, issuer: server.url }
  const headers = await newBearer(ctx, server.url, ['https://jans.io/auth/ssa.admin'])
  const hidden = await newSsa(server.url, headers, { software_id: 'internal' })
  const jti = await newSsa(server.url, headers, { software_id: 'shown' })
  const ask = async (path: string) => (await fetch(`${server.url}${SSA}${path}`, { headers })).json()
  const [header, claims] = (await ask(`/jwt?jti=${jti}`)).ssa.split('.').map(decoded)
  expect(header).toMatchObject({ issued_by: 'e2e' })
  expect(claims).toMatchObject({ environment: 'production', software_id: 'shown' })
  expect(await ask(`?jti=${hidden}`)).toEqual([])
  expect(await ask(`?jti=${jti}`)).toHaveLength(1)
  const revoked = await fetch(`${server.url}${SSA}?jti=${jti}`, { method: 'DELETE', headers })
  expect(revoked.status).toBe(200)
  await server.stop()
  await rm(folder, { recursive: true })
})

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return null
  }
}
