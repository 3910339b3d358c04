import type { Locator, Page } from '@playwright/test'
import { closeTicket } from '@/lib/tickets/close'
import { openTicket } from '@/lib/tickets/open'
import { openTicketSchema } from '@/lib/tickets/schema'
import { newGitHubPerson } from '../support/github'
import { controlsOf, tickOff } from '../support/guide'
import { grantStaff } from '../support/people'
import { expectSignedIn, signInAtGitHub } from '../support/sign-in'
import { expect, test } from '../support/test'

test('the guide to tickets names what is on the screens', async ({ page, mine, theirs: sales }) => {
  const controls = await controlsOf('docs/guides/tickets.md')
  const onceThere = async (on: Page, sign: Locator) => {
    await expect(sign).toBeVisible()
    await tickOff(controls, on)
  }
  const asked = {
    kind: 'SALES',
    subject: 'More users',
    text: 'Please.',
    productCode: 'adminui001',
    mau: 5000,
  }
  const contact = { contactName: 'Ada', contactEmail: 'ada@example.org' }
  const { number } = await openTicket(mine, openTicketSchema.parse({ ...asked, ...contact }))
  const tickets = mine.path('tickets')

  await page.goto(tickets)
  await onceThere(page, page.getByRole('link', { name: 'More users' }))
  await page.getByRole('button', { name: 'Need Help?' }).click()
  await onceThere(page, page.getByRole('link', { name: 'Ask support' }))
  for (const guide of ['tickets', 'choose-a-repository'])
    await expect(page.getByRole('dialog').locator(`a[href="/help/${guide}"]`)).toBeVisible()
  await page.goto(mine.path('market/flex'))
  await onceThere(page, page.getByRole('link', { name: 'Contact sales' }).first())
  await page.goto(`${tickets}/new?kind=SALES`)
  await onceThere(page, page.getByLabel('Monthly active users'))
  await page.goto(`${tickets}/${number}`)
  await onceThere(page, page.getByRole('button', { name: 'Close ticket' }))

  await grantStaff(sales, 'SALES')
  const office = await sales.browser.newPage()
  await office.goto('/console/tickets')
  await onceThere(office, office.getByRole('row', { name: mine.organization.id }).first())
  await office.goto(`/console/tickets/${number}`)
  await onceThere(office, office.getByRole('button', { name: 'Send answer' }))

  await closeTicket(mine, { number, version: 1 })
  await page.reload()
  await onceThere(page, page.getByRole('button', { name: 'Send and open again' }))
  expect([...controls]).toEqual([])
})

test('the guide to repositories names what is on the screens', async ({ page }) => {
  const controls = await controlsOf('docs/guides/choose-a-repository.md')
  const person = await newGitHubPerson({ repositories: [{ name: 'octo/app' }] })
  await signInAtGitHub(page, person)
  await expectSignedIn(page)
  await tickOff(controls, page)
  await page.getByRole('link', { name: 'Choose a repository' }).click()
  const consent = page.getByRole('button', { name: 'Continue to GitHub' })
  await expect(consent).toBeVisible()
  await tickOff(controls, page)
  await consent.click()
  await page.getByRole('button', { name: 'Choose octo/app' }).click()
  await expect(page.getByRole('button', { name: 'Clear', exact: true })).toBeVisible()
  await tickOff(controls, page)
  expect([...controls]).toEqual([])
})
