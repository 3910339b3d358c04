import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { REASONS } from './reasons'

it('are told in the guide as they are here', async () => {
  const guide = await readFile('docs/guides/scan-credits.md', 'utf8')
  const rows = Object.entries(REASONS).map(
    ([reason, { status, meaning }]) => `| ${status} | \`${reason}\` | ${meaning} |`,
  )
  expect(guide).toContain(rows.join('\n'))
})
