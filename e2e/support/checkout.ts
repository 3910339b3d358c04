import type { Page } from '@playwright/test'

/** What every order asks for; the e-mail address is the person's own unless they give another. */
export async function fillCheckout(page: Page, { email }: { email?: string } = {}): Promise<void> {
  await page.getByLabel('Company').fill('Acme Ltd')
  await page.getByLabel('Contact name').fill('Ada Lovelace')
  if (email) await page.getByLabel('E-mail for invoices').fill(email)
  await page.getByLabel('Address').fill('1 Main Street\nLondon')
}
