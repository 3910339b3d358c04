import { expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { allow, testGitHub, withGitHub } from '@/lib/testing/github'
import { tableIn } from '@/lib/testing/guide'
import { chooseRepository } from './choose'
import { startConsent } from './start-consent'

const GUIDE = 'docs/guides/choose-a-repository.md'
const world = testWorld()
testGitHub()

it('asks GitHub for the scopes that the guide names', async () => {
  const { ctx } = await withGitHub(world)
  const asked = await Promise.all(
    [false, true].map(async includePrivate => {
      const { url } = await startConsent(ctx, { includePrivate })
      return `\`${new URL(url).searchParams.get('scope')}\``
    }),
  )
  expect((await tableIn(GUIDE, 'which')).map(([, scope]) => scope)).toEqual(asked)
})

it('refuses a repository for the reasons that the guide names', async () => {
  const { ctx, person } = await withGitHub(world, [
    { name: 'octo/0', commits: 'none' },
    { name: 'octo/1', archived: true },
    { name: 'octo/2', readOnly: true },
    { name: 'octo/3', sso: true },
  ])
  await allow(ctx, person)
  const reasons = await tableIn(GUIDE, 'reason')
  expect(reasons).toHaveLength(5)
  for (const [n, [reason = '']] of reasons.entries())
    await expect(chooseRepository(ctx, { fullName: `octo/${n}` }), reason).rejects.toMatchObject({
      fields: { fullName: expect.stringContaining(reason) },
    })
})
