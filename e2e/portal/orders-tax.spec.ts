import { fillCheckout } from '../support/checkout'
import { test as base, expect } from '../support/test'
import { startWrit, type Writ } from '../support/writ'

/** Every page of these journeys is of a server that says who sells, and adds a tax to invoices. */
const test = base.extend<object, { taxing: Writ }>({
  taxing: [
    async ({ installation }, use) => {
      const writ = await startWrit({
        ...installation.settings,
        INVOICE_SELLER: 'Example Inc.\\n1 Main Street',
        INVOICE_TAX_RATE: '19',
        INVOICE_TAX_LABEL: 'VAT',
      })
      await use(writ)
      await writ.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ taxing }, use) => use(taxing.url),
})

test('a tax is said before the order, and is a line of the invoice', async ({
  page,
  mine,
  expectAccessible,
}) => {
  await page.goto(mine.path('market/flex'))
  await expect(page.getByRole('region', { name: 'Plans' })).toContainText('Prices are net, plus VAT 19%.')
  await page.getByRole('link', { name: 'Subscribe to Starter' }).click()
  await expect(page.getByText('$59.50, with $9.50 VAT 19%')).toBeVisible()
  await fillCheckout(page, mine)
  await page.getByRole('button', { name: 'Place the order' }).click()
  await expect(page.getByText(/^Pay \$59\.50 by/)).toBeVisible()
  expect((await mine.mailbox.next()).subject).toMatch(/^Invoice INV-\d+: \$59\.50$/)
  await page.getByRole('link', { name: 'See the invoice' }).click()
  await expect(page.getByText('Example Inc.')).toBeVisible()
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  await expect(page.getByRole('row', { name: /Starter/ })).toContainText('$50.00')
  await expect(row('VAT 19%')).toContainText('$9.50')
  await expect(row('Total')).toContainText('$59.50')
  await expectAccessible(page)
})
