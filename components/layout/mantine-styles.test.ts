import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mantineStyles, TARGET } from '../../scripts/mantine-styles.mjs'

test('the styles of every Mantine component in use are there (else run: node scripts/mantine-styles.mjs)', () => {
  expect(readFileSync(TARGET, 'utf8')).toBe(mantineStyles())
})
