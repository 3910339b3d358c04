import { randomUUID } from 'node:crypto'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { ledgerOf } from '@/lib/testing/credits'
import { newStatement } from '@/lib/testing/machine'
import { accessToken, registerSoftware } from '@/lib/testing/software'
import { newBearer } from '../support/api-client'
import { doorOf, newOrganization } from '../support/door'
import { examplesOf, expectExamples } from '../support/guide'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

const GUIDE = 'docs/guides/scan-credits.md'

test('of 100 debits at once, over two servers, as many are booked as there are credits for', async ({
  installation,
  second,
}) => {
  const organization = await newOrganization(installation)
  await signUpForCredits(organization)
  const servers = [installation.ctx.issuer, second.local]
  const bearer = await newBearer(installation.ctx, installation.ctx.issuer, ['writ:credits'])
  const debit = (n: number, key: string = randomUUID()) =>
    fetch(`${servers[n % 2]}/v1/credits/debit`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ org_id: organization.organization.id, product: 'typekey', quantity: 2 }),
    })
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => debit(n)))
  const statuses = answers.map(answer => answer.status)
  expect(statuses.filter(status => status === 201)).toHaveLength(62)
  expect(statuses.filter(status => status === 402)).toHaveLength(38)
  expect(await ledgerOf(organization)).toEqual({ balance: 4, sum: 4, transactions: 63, entries: 63 })

  const other = await newOrganization(installation)
  await signUpForCredits(other)
  const same = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      fetch(`${servers[n % 2]}/v1/credits/debit`, {
        method: 'POST',
        headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': 'one-key' },
        body: JSON.stringify({ org_id: other.organization.id, product: 'supergluu' }),
      }),
    ),
  )
  expect(new Set(await Promise.all(same.map(async one => `${one.status} ${await one.text()}`))).size).toBe(1)
  expect(await ledgerOf(other)).toMatchObject({ balance: 499, entries: 2 })
})

test('license calls are entered at no cost within a second or two, and the last ones when a server stops', async ({
  installation,
}) => {
  const organization = await newOrganization(installation)
  await signUpForCredits(organization)
  const stopping = await startWrit({ ...installation.settings, WRIT_URL: installation.ctx.issuer })
  const door = doorOf(stopping.local)
  const software = await registerSoftware(door, (await newStatement(organization)).jwt)
  const headers = {
    authorization: `Bearer ${await accessToken(door, software)}`,
    'content-type': 'application/json',
  }
  const call = (path: string) =>
    door.call(`/v1/license/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ hardwareId: organization.organization.id }),
    })
  const entries = () =>
    installation.db.creditEntry.findMany({
      where: { organizationId: organization.organization.id, kind: 'LICENSE_CALL' },
      select: { reference: true, credits: true, productCode: true },
    })
  expect((await call('trial')).status).toBe(200)
  const entered = { reference: 'trial', credits: 0, productCode: 'license' }
  await expect.poll(entries).toEqual([entered])
  expect((await call('trial')).status).toBe(200)
  await stopping.stop()
  expect(await entries()).toEqual([entered, entered])
  expect(await ledgerOf(organization)).toEqual({ balance: 500, sum: 500, transactions: 3, entries: 3 })
})

test('every example of the guide does what the guide says', async ({ installation }) => {
  const organization = await newOrganization(installation)
  await signUpForCredits(organization)
  const { ctx, settings } = installation
  await expectExamples(await examplesOf(GUIDE), {
    ...process.env,
    ...settings,
    WRIT: ctx.issuer,
    ORG_ID: organization.organization.id,
  })
})
