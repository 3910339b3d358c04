import { listClients } from '@/lib/clients/list'
import { listClientsSchema } from '@/lib/clients/list-schema'
import { jsonOf, newStatement } from '@/lib/testing/machine'
import { REGISTER } from '@/lib/testing/software'
import { doorOf, newOrganization } from '../support/door'
import { muteAfter } from '../support/muted-database'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

test('kill -9 between the commit and the reply of a registration leaves a client that is visible', async ({
  installation,
}) => {
  const organization = await newOrganization(installation)
  const { jti, jwt } = await newStatement(organization, { oneTimeUse: true })
  const database = await muteAfter(installation.settings.DATABASE_URL ?? '', 'client-register-by-statement')
  const doomed = await startWrit({ ...installation.settings, DATABASE_URL: database.url })
  const answer = doorOf(doomed.local)
    .call(REGISTER, jsonOf({ software_statement: jwt, client_name: 'Survivor' }))
    .then(
      response => response.status,
      () => 'no reply',
    )
  const status = async () => (await installation.db.ssa.findUniqueOrThrow({ where: { jti } })).status
  await expect.poll(status).toBe('USED')
  process.kill(doomed.pid, 'SIGKILL')
  expect(await answer).toBe('no reply')
  const { rows } = await listClients(organization, listClientsSchema.parse({ ssa: jti }))
  expect(rows.map(({ name }) => name)).toEqual(['Survivor'])
  const again = await doorOf(installation.ctx.issuer).call(REGISTER, jsonOf({ software_statement: jwt }))
  expect([again.status, await again.json()]).toEqual([
    400,
    {
      error: 'invalid_software_statement',
      error_description: 'The software statement was for one use, and was used.',
    },
  ])
  await doomed.stop()
  database.stop()
})
