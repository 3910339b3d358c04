import { expect, test } from 'vitest'
import { counted } from './counted'

test.each([
  [0, '0 clients'],
  [1, '1 client'],
  [1000, '1,000 clients'],
  [1001, 'more than 1,000 clients'],
])('%d is said as "%s"', (count, words) => {
  expect(counted(count, 'client')).toBe(words)
})
