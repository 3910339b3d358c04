import { expect, test } from 'vitest'
import { counted, totalText } from './counted'

test.each([
  [0, '0 clients'],
  [1, '1 client'],
  [1000, '1,000 clients'],
  [1001, 'more than 1,000 clients'],
])('%d is said as "%s"', (count, words) => {
  expect(counted(count, 'client')).toBe(words)
})

test.each([
  [7, '7'],
  [1000, '1,000'],
  [1001, '1,000+'],
])('a total of %d is said as "%s"', (total, words) => {
  expect(totalText(total)).toBe(words)
})
