import { expect, it } from 'vitest'
import { outlookOf } from './outlook'

const month = (mau: number) => ({ month: '2026-10', mau, reportedByName: 'Ada', updatedAt: new Date() })
const lines = { threshold: 1000, closesAt: 1150, forecast: null, perHost: false }
const none = { threshold: null, closesAt: null, forecast: null, perHost: false }
const leads = (passes: string | null, closes: string | null) => ({ perMonth: 1, months: [], passes, closes })

it.each([
  ['Nothing was reported yet.', { months: [], ...lines }],
  [
    'October 2026: 900 active users. There is no license to hold them against.',
    { months: [month(900)], ...none },
  ],
  [
    'October 2026: 900 active users. Its licenses are for one host each, so there is no threshold for all of them.',
    { months: [month(900)], ...none, perHost: true },
  ],
  [
    'October 2026: 1,001 of 1,000 active users, more than the license allows. Contact sales for a larger license.',
    { months: [month(1001)], ...lines, closesAt: null },
  ],
  [
    'October 2026: 900 of 1,000 active users. A forecast needs three of the last six complete months.',
    { months: [month(900)], ...lines },
  ],
  [
    'October 2026: 900 of 1,000 active users. At this pace you pass the threshold in March 2027, and reach the line where Flex closes its Admin UI in May 2027.',
    { months: [month(900)], ...lines, forecast: leads('2027-03', '2027-05') },
  ],
  [
    'October 2026: 900 of 1,000 active users. At this pace you stay below the threshold.',
    { months: [month(900)], ...lines, forecast: leads(null, null) },
  ],
  [
    'October 2026: 1,001 of 1,000 active users, within the 115 % that Flex allows. Contact sales for a larger license.',
    { months: [month(1001)], ...lines },
  ],
  [
    'October 2026: 1,150 of 1,000 active users, more than the 115 % that Flex allows. Contact sales for a larger license.',
    { months: [month(1150)], ...lines },
  ],
])('says %s', (said, usage) => {
  expect(outlookOf(usage)).toBe(said)
})

it.each([
  [
    'October 2026: 900 of 1,000 active users. At this pace they pass the threshold in March 2027.',
    { months: [month(900)], ...lines, forecast: leads('2027-03', null) },
  ],
  [
    'October 2026: 1,150 of 1,000 active users, more than the 115 % that Flex allows.',
    { months: [month(1150)], ...lines },
  ],
])('tells staff %s', (said, usage) => {
  expect(outlookOf(usage, 'staff')).toBe(said)
})
