import { startTrial } from '@/lib/licenses/start-trial'
import { revokeSsa } from '@/lib/ssa/revoke'
import { basic, bearer, formOf, jsonOf, newStatement } from '@/lib/testing/machine'
import { accessToken, INTROSPECT, isActive, REGISTER, registerSoftware, TOKEN } from '@/lib/testing/software'
import { doorOf, newOrganization } from '../support/door'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

test('of 200 registrations at once, over two processes, one has the one-time statement', async ({
  installation,
  second,
}) => {
  const { jti, jwt } = await newStatement(await newOrganization(installation), { oneTimeUse: true })
  const doors = [doorOf(installation.ctx.issuer), doorOf(second.local)]
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      doors[index % 2]?.call(REGISTER, jsonOf({ software_statement: jwt })),
    ),
  )
  const made = answers.filter(answer => answer?.status === 201)
  const refused = answers.filter(answer => answer?.status === 400)
  expect([made.length, refused.length]).toEqual([1, 199])
  for (const answer of refused) {
    expect(await answer?.json()).toEqual({
      error: 'invalid_software_statement',
      error_description: 'The software statement was for one use, and was used.',
    })
  }
  expect(await installation.db.client.count({ where: { ssaJti: jti } })).toBe(1)
  const ssa = await installation.db.ssa.findUniqueOrThrow({ where: { jti } })
  expect(ssa).toMatchObject({ status: 'USED', heldName: null })
  expect(await installation.db.auditEvent.count({ where: { objectId: jti, action: 'ssa.use' } })).toBe(1)
})

test('fifty installations that activate at once, over two processes, all get 200 and one license', async ({
  installation,
  second,
}) => {
  const organization = await newOrganization(installation)
  const { id: hardwareId } = organization.organization
  const { key: licenseKey } = await startTrial(organization, { productCode: 'adminui001' })
  const doors = [doorOf(installation.ctx.issuer), doorOf(second.local)]
  const { jwt } = await newStatement(organization)
  const tokens = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const software = await registerSoftware(doorOf(second.local), jwt)
      return accessToken(doorOf(second.local), software)
    }),
  )
  const answers = await Promise.all(
    tokens.map((token, n) =>
      doors[n % 2]?.call('/v1/license/activate', jsonOf({ licenseKey, hardwareId }, bearer(token))),
    ),
  )
  for (const answer of answers)
    expect([answer?.status, await answer?.json()]).toMatchObject([
      200,
      { license_key: licenseKey, active: true },
    ])
  const where = { organizationId: hardwareId }
  expect(await installation.db.license.count({ where })).toBe(1)
  expect(await installation.db.installation.count({ where })).toBe(50)
  const activations = { ...where, action: 'license.activate' }
  expect(await installation.db.auditEvent.count({ where: activations })).toBe(1)
})

test('a revoked statement ends its clients and their tokens at the next request, on every process', async ({
  installation,
  second,
}) => {
  const organization = await newOrganization(installation)
  const [here, there] = [doorOf(installation.ctx.issuer), doorOf(second.local)]
  const { jti, jwt } = await newStatement(organization)
  const witness = await registerSoftware(here, (await newStatement(organization)).jwt)
  const software = await registerSoftware(here, jwt)
  const token = await accessToken(there, software)
  expect([await isActive(here, witness, token), await isActive(there, witness, token)]).toEqual([true, true])
  await revokeSsa(organization, { jti })
  expect([await isActive(there, witness, token), await isActive(here, witness, token)]).toEqual([
    false,
    false,
  ])
  for (const door of [there, here]) {
    const grant = await door.call(TOKEN, formOf({ grant_type: 'client_credentials' }, basic(software)))
    expect(grant.status).toBe(401)
    const introspection = await door.call(INTROSPECT, formOf({ token }, { authorization: `Bearer ${token}` }))
    expect(introspection.status).toBe(401)
    const registration = await door.call(REGISTER, jsonOf({ software_statement: jwt }))
    expect(await registration.json()).toEqual({
      error: 'invalid_software_statement',
      error_description: 'The software statement was revoked.',
    })
  }
})

test('a server that is killed amid a registration leaves a whole client, or an unused statement', async ({
  installation,
}) => {
  const organization = await newOrganization(installation)
  for (const waited of [false, true]) {
    const doomed = await startWrit(installation.settings)
    const { jti, jwt } = await newStatement(organization, { oneTimeUse: true })
    const answer = doorOf(doomed.local).call(REGISTER, jsonOf({ software_statement: jwt }))
    const isUsed = async () => (await installation.db.ssa.count({ where: { jti, status: 'USED' } })) === 1
    if (waited) await expect.poll(isUsed, { intervals: [1] }).toBe(true)
    process.kill(doomed.pid, 'SIGKILL')
    await answer.catch(() => 'the connection broke')
    // In one statement: PostgreSQL ends what it has begun, also when nobody hears of it.
    const seen = await installation.db.ssa.findUniqueOrThrow({
      where: { jti },
      select: { status: true, _count: { select: { clients: true } } },
    })
    expect(seen._count.clients).toBe(seen.status === 'USED' ? 1 : 0)
    await doomed.stop()
  }
})
