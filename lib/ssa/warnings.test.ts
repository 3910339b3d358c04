import { describe, expect, test } from 'vitest'
import { DAY_SECONDS } from '@/lib/days'
import { issueWarnings } from './warnings'

const safe = { softwareRoles: ['license'], oneTimeUse: false, lifetime: null }

const none = { oneTimeUse: null, lifetime: null }

describe('warnings before an SSA is created', () => {
  test('there are none for the choices that guides advise', () => {
    expect(issueWarnings(safe)).toEqual(none)
    expect(issueWarnings({ ...safe, lifetime: 30 * DAY_SECONDS })).toEqual(none)
  })

  test('one time use with the role license is warned of', () => {
    expect(issueWarnings({ ...safe, oneTimeUse: true })).toEqual({
      oneTimeUse: { title: expect.stringContaining('One time use'), reason: expect.any(String) },
      lifetime: null,
    })
  })

  test('a lifetime under a month with the role license is warned of', () => {
    expect(issueWarnings({ ...safe, lifetime: 29 * DAY_SECONDS })).toEqual({
      oneTimeUse: null,
      lifetime: { title: expect.any(String), reason: expect.stringContaining('29 days') },
    })
  })

  test('other roles know neither trouble', () => {
    expect(issueWarnings({ softwareRoles: ['scan'], oneTimeUse: true, lifetime: DAY_SECONDS })).toEqual(none)
  })
})
