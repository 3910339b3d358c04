import { createClient } from '@/lib/clients/create'
import { createClientSchema } from '@/lib/clients/schema'
import { examplesOf, expectExamples } from '../support/guide'
import { expect, test } from '../support/test'

const GUIDE = 'docs/guides/report-monthly-active-users.md'
const LICENSE_SCOPE = 'https://jans.io/oauth/jans-auth-server/config/license'

test('every example of the guide does what the guide says', async ({ mine, baseURL, page }) => {
  const wanted = createClientSchema.parse({ name: 'Reports', scopes: [LICENSE_SCOPE] })
  const { client, secret } = await createClient(mine, wanted)
  const examples = await examplesOf(GUIDE)
  const env = { ...process.env, WRIT: baseURL, CLIENT_ID: client.id, CLIENT_SECRET: secret }
  await expectExamples(examples, env)

  const csv = examples.find(({ kind }) => kind === 'csv')?.text ?? ''
  await page.goto(mine.path('market/flex'))
  await page.getByRole('button', { name: 'Upload CSV' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lines').fill(csv)
  await dialog.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('2 months read, 2 of them new or corrected.')).toBeVisible()
  const kept = await mine.db.mauReport.findMany({
    where: { organizationId: mine.organization.id },
    orderBy: { month: 'asc' },
    select: { month: true, mau: true },
  })
  expect(kept.map(({ month, mau }) => `${month},${mau}`)).toEqual([
    '2025-08,790',
    '2025-09,812',
    '2025-10,846',
  ])
})
