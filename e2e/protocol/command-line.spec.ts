import { existsSync } from 'node:fs'
import { basic, bearer, formOf, jsonOf } from '@/lib/testing/machine'
import { accessToken, REGISTER, TOKEN } from '@/lib/testing/software'
import { doorOf, newOrganization } from '../support/door'
import { expect, test } from '../support/test'
import { writ } from '../support/writ'

const ADMIN = 'https://jans.io/auth/ssa.admin'

test('an operator makes, lists and revokes an API client from the shell', async ({ installation }) => {
  const { organization } = await newOrganization(installation)
  const door = doorOf(installation.ctx.issuer)
  const run = (...args: string[]) => writ(installation.settings, 'client', ...args)
  const options = ['--name', 'Build server', '--scope', `${ADMIN} a-scope`, '--org', organization.id]
  const client = JSON.parse(await run('create', ...options, '--json'))
  expect(Object.keys(client)).toEqual(['client_id', 'client_secret'])
  const token = await accessToken(door, client)
  const ssa = await door.call('/jans-auth/restv1/ssa', { headers: bearer(token) })
  expect(await ssa.json()).toEqual([])
  expect(JSON.parse(await run('list', '--org', organization.id, '--json'))).toMatchObject([
    { id: client.client_id, name: 'Build server', scopes: [ADMIN, 'a-scope'], status: 'ACTIVE' },
  ])
  await run('revoke', client.client_id)
  const refused = await door.call(TOKEN, formOf({ grant_type: 'client_credentials' }, basic(client)))
  expect(refused.status).toBe(401)
  expect((await door.call('/jans-auth/restv1/ssa', { headers: bearer(token) })).status).toBe(401)
})

test('software registers with a token that an operator made in the shell', async ({ installation }) => {
  const options = ['--scope', 'reports.read', '--uses', '1', '--expires', '5m']
  const token = await writ(installation.settings, 'token', 'create', ...options)
  const register = () =>
    doorOf(installation.ctx.issuer).call(REGISTER, jsonOf({ client_name: 'Reports' }, bearer(token)))
  const made = await register()
  expect(made.status).toBe(201)
  expect(await made.json()).toMatchObject({ scope: 'reports.read', client_secret_expires_at: 0 })
  expect((await register()).status).toBe(401)
})

test('the shell says plainly what is wrong', async ({ installation }) => {
  const run = (...args: string[]) => writ(installation.settings, ...args).catch(error => error.stderr)
  expect(await run('client', 'create', '--name', 'A', '--scope', 'a', '--org', 'org:nowhere')).toBe(
    'The organization org:nowhere was not found.\n',
  )
  expect(await run('client', 'revoke', 'abc')).toBe('This is not the id of a client.\n')
  expect(await run('token', 'create', '--scope', 'a', '--expires', 'soon')).toBe(
    '"soon" is not a length of time such as 30m, 24h or 7d.\n',
  )
})

test('the shell makes no portal where none is', async ({ installation }, info) => {
  const nowhere = info.outputPath('mistyped')
  const settings = { ...installation.settings, DATABASE_URL: '', WRIT_DATA: nowhere }
  const told = await writ(settings, 'staff', 'list').catch(error => error.stderr)
  expect(told).toBe(
    `There is no portal in ${nowhere}. Set WRIT_DATA or DATABASE_URL as for the server; if it has never run, run npm start first.\n`,
  )
  expect(existsSync(nowhere)).toBe(false)
})
