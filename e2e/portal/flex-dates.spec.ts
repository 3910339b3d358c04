import { enterprise } from '@/lib/testing/licensing'
import { openCard, sales } from '../support/licenses'
import { expect, test } from '../support/test'

/** Moments that calendars trip over, as New York reads them, and that lie ahead for long. */
const MOMENTS = [
  {
    name: 'the last second of 32-bit clocks',
    at: '2038-01-19T03:14:08Z',
    local: '18 Jan 2038, 22:14:08 GMT-5',
  },
  { name: 'a leap day', at: '2036-02-29T23:59:59Z', local: '29 Feb 2036, 18:59:59 GMT-5' },
  {
    name: 'the hour that is left out in spring',
    at: '2037-03-08T07:30:00Z',
    local: '8 Mar 2037, 03:30:00 GMT-4',
  },
  {
    name: 'the hour that comes twice in fall',
    at: '2037-11-01T05:30:00Z',
    local: '1 Nov 2037, 01:30:00 GMT-4',
  },
  { name: 'the same hour, the second time', at: '2037-11-01T06:30:00Z', local: '1 Nov 2037, 01:30:00 GMT-5' },
]

test.use({ timezoneId: 'America/New_York' })

test('the end of a license is told exactly, in UTC and in local time', async ({ page, mine: ctx }) => {
  const by = await sales(ctx)
  for (const { name, at, local } of MOMENTS) {
    await enterprise(by, ctx, { validUntil: at })
    const card = await openCard(page, ctx)
    const utc = at.replace('T', ' ').replace('Z', ' UTC')
    await expect(card.getByText(utc, { exact: true }), name).toBeVisible()
    await expect(card.getByText(`${local} (your time)`, { exact: true }), name).toBeVisible()
  }
})
