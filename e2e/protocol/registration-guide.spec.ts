import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newStatement } from '@/lib/testing/machine'
import { newOrganization } from '../support/door'
import { examplesOf, expectExamples } from '../support/guide'
import { expect, test } from '../support/test'

const GUIDE = 'docs/guides/use-an-ssa-in-registration.md'

test('every example of the guide does what the guide says', async ({ installation }) => {
  const folder = await mkdtemp(join(tmpdir(), 'writ-statement-'))
  const file = join(folder, 'reports.jwt')
  const organization = await newOrganization(installation)
  await writeFile(file, (await newStatement(organization, { lifetime: 30 * 24 * 60 * 60 })).jwt)
  const examples = await examplesOf(GUIDE)
  expect(examples.filter(({ kind }) => kind === 'sh')).toHaveLength(7)
  await expectExamples(examples, { ...process.env, WRIT: installation.ctx.issuer, JWT_FILE: file })
  await rm(folder, { recursive: true })
})
