import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { REASONS } from './reasons'

it('the guide to the license API has the table of reasons as it is', async () => {
  const guide = await readFile('docs/guides/license-api.md', 'utf8')
  const told = guide.split('\n').filter(line => /^\| `[A-Z_]+` \|/.test(line))
  const rows = Object.entries(REASONS).map(
    ([name, row]) => `| \`${name}\` | ${row.status} | ${row.meaning} |`,
  )
  expect(told).toEqual(rows)
})
