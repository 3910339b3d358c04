import { readFile } from 'node:fs/promises'
import { decodeProtectedHeader } from 'jose'
import { createClient } from '@/lib/clients/create'
import { createClientSchema } from '@/lib/clients/schema'
import { startTrialSchema } from '@/lib/licenses/schema'
import { startTrial } from '@/lib/licenses/start-trial'
import { accessToken } from '@/lib/testing/software'
import { doorOf } from '../support/door'
import { examplesOf, expectExamples } from '../support/guide'
import { expect, test } from '../support/test'

test('software gets the document and the keys as the guide says', async ({ mine }, info) => {
  await startTrial(mine, startTrialSchema.parse({}))
  const scopes = ['https://jans.io/oauth/jans-auth-server/config/license']
  const { client, secret } = await createClient(mine, createClientSchema.parse({ name: 'Offline', scopes }))
  const token = await accessToken(doorOf(mine.issuer), { client_id: client.id, client_secret: secret })

  const [fetching] = await examplesOf('docs/guides/license-verification.md')
  expect(fetching?.text).toContain('/v1/license/document')
  const there = {
    kind: 'sh',
    text: `mkdir -p "${info.outputDir}" && cd "${info.outputDir}"\n${fetching?.text}`,
  }
  await expectExamples([there], { ...process.env, WRIT: mine.issuer, TOKEN: token })
  const { keys } = JSON.parse(await readFile(info.outputPath('jwks.json'), 'utf8'))
  const { kid } = decodeProtectedHeader(await readFile(info.outputPath('license.jwt'), 'utf8'))
  expect(keys).toContainEqual(expect.objectContaining({ kid }))
})
