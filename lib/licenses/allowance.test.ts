import { expect, test } from 'vitest'
import { closesAt } from './allowance'

test.each([
  [1000, 1150],
  [1600, 1840],
  // 115 % of it is 1.15: two users are too many, and one is not.
  [1, 2],
  [7, 9],
  [2_147_483_647, 2_469_606_195],
])('a license of Flex for %i monthly active users closes at %i, and no other does', (threshold, closed) => {
  expect(closesAt('adminui001', threshold)).toBe(closed)
  expect(closesAt('gluu4', threshold)).toBeNull()
})
