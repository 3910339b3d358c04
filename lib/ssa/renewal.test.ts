import { expect, test } from 'vitest'
import { DAY_SECONDS } from '@/lib/days'
import { renewalWarnings } from './renewal'

const GOOD = { status: 'ACTIVE', softwareRoles: ['license'], oneTimeUse: false, lifetime: null } as const

const titles = (facts: Partial<Parameters<typeof renewalWarnings>[0]>) =>
  renewalWarnings({ ...GOOD, softwareRoles: ['license'], ...facts }).map(({ title }) => title)

test('a live SSA for license, to be used again and with clients that last, has no warning', () => {
  expect(titles({})).toEqual([])
  expect(titles({ lifetime: 30 * DAY_SECONDS })).toEqual([])
})

test.each([
  ['REVOKED', 'This SSA is revoked'],
  ['EXPIRED', 'This SSA is expired'],
  ['USED', 'This SSA is used up'],
] as const)('one that is %s is said to be over', (status, title) => {
  expect(titles({ status })).toEqual([title])
})

test('each thing that would break a renewal is named', () => {
  expect(titles({ softwareRoles: [] })).toEqual(['This SSA does not have the role license'])
  expect(titles({ oneTimeUse: true, lifetime: 30 * DAY_SECONDS - 1 })).toEqual([
    'One time use does not suit the role license',
    'The lifetime is short for the role license',
  ])
})
