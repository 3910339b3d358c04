import { signUpForCredits } from '@/lib/credits/sign-up'
import { grantStaff, type Owner } from '../support/people'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

test.use({ allowedComplaints: [/400|404/] })

const LISTS = [
  'ssa',
  'orders',
  'audit',
  'installations',
  'members',
  'clients',
  'tickets',
  'scan/transactions',
]
const CONSOLE = ['orders', 'audit', 'licenses', 'clients', 'organizations', 'tickets', 'credits']

const cursor = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** What somebody may write behind the question mark of a list. */
const MADE_UP = [
  'q=a%00b',
  `after=${cursor('2026-11-30T00:00:00.000Z', 'a\0b')}`,
  `after=${cursor('0000-01-01T00:00:00.000Z', '019ab0c7-8b1e-7c53-9d40-5a1f0e6d2b11')}`,
]

async function listsOf(person: Owner): Promise<string[]> {
  await signUpForCredits(person)
  await grantStaff(person, 'OPERATOR')
  return [
    ...LISTS.map(list => `/api/portal${person.path(list)}`),
    ...CONSOLE.map(list => `/api/portal/console/${list}`),
  ]
}

test('made-up searches, cursors and moments are refused in words by every list', async ({ page, mine }) => {
  const lists = await listsOf(mine)
  await grantStaff(mine, 'SALES')
  expect((await page.request.get('/console/licenses/new?org=a%00b')).status()).toBe(404)
  for (const list of lists) {
    for (const query of MADE_UP) {
      const answer = await page.request.get(`${list}?${query}`)
      // A list that has no such search ignores it.
      expect([200, 400], `${list}?${query}`).toContain(answer.status())
      if (answer.status() === 400) expect(await answer.json()).toMatchObject({ code: 'INVALID' })
    }
    const moments = await page.request.get(`${list}?from=0000-01-01T00:00:00Z&to=0001-01-01T00:00:00%2B23:59`)
    expect(moments.status(), list).toBe(200)
  }
})

test('the table of a made-up address says so', async ({ page, mine }) => {
  await issue(mine)
  await page.goto(`${mine.path('market/ssa')}?q=a%00b`)
  await expect(page.getByText('which cannot be kept. Leave these out.')).toBeVisible()
})

for (const id of ['%00', 'a%00b', '%FF', '%E0%A4%A', '%ED%A0%80']) {
  test(`no organization is found at /o/${id}`, async ({ page, mine: _ }) => {
    for (const rest of ['', '/market/flex', '/audit']) {
      expect((await page.request.get(`/o/${id}${rest}`)).status()).toBe(404)
    }
    expect((await page.request.get(`/api/portal/o/${id}/ssa`)).status()).toBe(404)
  })
}
