import { describe, expect, test } from 'vitest'
import { DAY } from './lifetime'
import { issueWarnings } from './warnings'

const safe = { softwareRoles: ['license'], oneTimeUse: false, lifetime: null }

describe('warnings before an SSA is created', () => {
  test('there are none for the choices that guides advise', () => {
    expect(issueWarnings(safe)).toEqual([])
    expect(issueWarnings({ ...safe, lifetime: 30 * DAY })).toEqual([])
  })

  test('one time use with the role license is warned of', () => {
    expect(issueWarnings({ ...safe, oneTimeUse: true })).toEqual([expect.stringContaining('used up')])
  })

  test('a lifetime under a month with the role license is warned of', () => {
    expect(issueWarnings({ ...safe, lifetime: 29 * DAY })).toEqual([expect.stringContaining('29 days')])
  })

  test('both are warned of together', () => {
    expect(issueWarnings({ ...safe, oneTimeUse: true, lifetime: DAY })).toHaveLength(2)
  })

  test('other roles know neither trouble', () => {
    expect(issueWarnings({ softwareRoles: ['scan'], oneTimeUse: true, lifetime: DAY })).toEqual([])
  })
})
