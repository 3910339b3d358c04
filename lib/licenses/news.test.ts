import { expect, it } from 'vitest'
import { tableIn } from '@/lib/testing/guide'
import { type LicenseNews, newsOf } from './news'

const license = {
  key: 'H3VG-RK73-GS6J-Y6AD',
  kind: 'ENTERPRISE' as const,
  organization: 'Acme',
  product: 'Gluu Admin UI',
  productCode: 'adminui001',
  fqdn: '',
  mauThreshold: 5000,
  validFrom: new Date('2026-11-21T00:00:00Z'),
  validUntil: new Date('2027-11-21T00:00:00Z'),
}

const NEWS: LicenseNews[] = [
  { kind: 'issued', replaced: false },
  { kind: 'changed', changes: [] },
  { kind: 'suspended', reason: 'unpaid' },
  { kind: 'resumed' },
  { kind: 'revoked', reason: 'fraud' },
  { kind: 'ending', days: 7 },
]

it('the guide to enterprise licenses has the subjects of the mails as they are', async () => {
  const table = await tableIn('docs/guides/issue-enterprise-licenses.md', 'when')
  const told = table.map(([, subject]) => subject)
  expect(told).toEqual(NEWS.map(news => newsOf(license, news).subject))
})

it('names a license by its last group and its host', () => {
  const { paragraphs } = newsOf({ ...license, fqdn: 'id.acme.example' }, { kind: 'ending', days: 1 })
  expect(paragraphs[0]).toBe(
    'The Gluu Admin UI license •Y6AD of Acme for id.acme.example ends on November 21, 2027 at 12:00 AM UTC. After that the Admin UI of your installations closes; people still sign in.',
  )
})

it('says that Flex closes its Admin UI, and nothing of the kind of other products', () => {
  const all = (productCode: string) =>
    NEWS.map(news => newsOf({ ...license, productCode }, news).paragraphs.join(' '))
  const [issued, changed, suspended, resumed, revoked, ending] = all('adminui001')
  expect(issued).toContain('Flex closes its Admin UI in a month that reaches 5,750 users.')
  for (const text of [suspended, revoked, ending]) expect(text).toMatch(/Admin UI .*closes/)
  for (const text of [changed, resumed, ...all('gluu4')]) expect(text).not.toMatch(/closes/)
})
