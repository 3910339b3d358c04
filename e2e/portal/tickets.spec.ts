import type { Page } from '@playwright/test'
import { suspendLicense } from '@/lib/licenses/suspend'
import { enterprise } from '@/lib/testing/licensing'
import { openCard, sales, trial } from '../support/licenses'
import { linkIn } from '../support/mailbox'
import { grantStaff, join } from '../support/people'
import { expectStatus } from '../support/status'
import { expect, test } from '../support/test'

const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' })

/** Fills in and sends the form of a support ticket. */
async function askForHelp(page: Page, subject: string): Promise<void> {
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('Message').fill('Please help.')
  await page.getByRole('button', { name: 'Open ticket' }).click()
  await expect(conversation(page)).toContainText('Please help.')
}

test.describe('a ticket', () => {
  test('goes from Contact sales to an answer, and is closed and opened again', async ({
    page,
    mine: customer,
    theirs: staff,
    expectAccessible,
  }) => {
    await grantStaff(staff, 'SALES')
    const { organization } = customer
    await page.goto(customer.path('market/flex'))
    await page.getByRole('link', { name: 'Contact sales' }).first().click()
    await expect(page.getByRole('heading', { name: 'Contact sales' })).toBeVisible()
    await expect(page).toHaveTitle(/^Contact sales · /)
    await page.goto(customer.path('tickets/new?kind=SALES&mau=5000&product=adminui001'))
    await expect(page.getByLabel('Monthly active users')).toHaveValue('5,000')
    await expect(page.getByLabel('Contact’s e-mail address')).toHaveValue(customer.email)
    await expect(page.getByLabel('Subject')).toHaveValue('License for 5,000 MAU')
    await expect(page.locator('main')).toContainText('None so far')
    await page.getByLabel('Message').clear()
    await page.getByRole('button', { name: 'Open ticket' }).click()
    await expect(page.getByText('Write a message.')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Message').fill('We grow.\nWhat does it cost?')
    await page.getByRole('button', { name: 'Open ticket' }).click()
    await expect(conversation(page)).toContainText('What does it cost?')
    await expect(page.getByRole('heading', { name: /^#\d+ License for 5,000 MAU$/ })).toBeVisible()
    await expect(page.getByText('Open', { exact: true })).toBeVisible()
    await expectAccessible(page)

    const asked = await staff.mailbox.nextWith(organization.id)
    expect(asked.subject).toMatch(/^\[#\d+\] License for 5,000 MAU$/)
    const office = await staff.browser.newPage()
    await office.goto(linkIn(asked))
    await office.getByRole('button', { name: 'Take it' }).click()
    await expect(office.getByText('The ticket was assigned.')).toBeVisible()
    await expect(office.getByRole('button', { name: 'Take it' })).toBeHidden()
    await office.getByRole('textbox', { name: 'Note' }).fill('They pay late: ask for a deposit.')
    await office.getByRole('button', { name: 'Save note' }).click()
    await expect(conversation(office)).toContainText('ask for a deposit')
    await expectAccessible(office)
    await expect(office.getByRole('link', { name: 'Issue license' })).toHaveAttribute(
      'href',
      `/console/licenses/new?${new URLSearchParams({ org: organization.id, mau: '5000' })}`,
    )
    await office.getByRole('textbox', { name: 'Answer' }).fill('900 a month. Do you agree?')
    await office.getByLabel('Then the ticket is').selectOption('Waiting for the customer')
    await office.getByRole('button', { name: 'Send answer' }).click()
    await expect(conversation(office)).toContainText('Do you agree?')
    await expect(office.getByRole('textbox', { name: 'Answer' })).toHaveValue('')

    const answered = await customer.mailbox.next()
    expect(answered.text).toContain('900 a month.')
    await page.goto(linkIn(answered))
    await expect(page.getByText('Waiting for you')).toBeVisible()
    await expect(conversation(page)).toContainText('Do you agree?')
    expect(await page.content()).not.toContain('deposit')
    await page.getByLabel('Your message').fill('We do.')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(conversation(page)).toContainText('We do.')
    await page.getByRole('button', { name: 'Close ticket' }).click()
    await expect(page.getByRole('button', { name: 'Send and open again' })).toBeVisible()
    await page.getByLabel('Your message').fill('One more thing.')
    await page.getByRole('button', { name: 'Send and open again' }).click()
    await expect(conversation(page)).toContainText('One more thing.')
    await expect(page.getByRole('button', { name: 'Close ticket' })).toBeVisible()
    for (const text of ['We do.', 'One more thing.']) await staff.mailbox.nextWith(text)
  })

  test('to sales is named by the number that is asked for, until somebody words it', async ({
    page,
    mine: customer,
  }) => {
    await page.goto(customer.path('tickets/new?kind=SALES&mau=1000'))
    const subject = page.getByLabel('Subject')
    const mau = page.getByLabel('Monthly active users')
    await expect(subject).toHaveValue('License for 1,000 MAU')
    await mau.fill('5000')
    await expect(subject).toHaveValue('License for 5,000 MAU')
    await mau.fill('')
    await expect(subject).toHaveValue('License beyond the plans')
    await subject.fill('Berlin and Hamburg')
    await mau.fill('7000')
    await mau.blur()
    await expect(mau).toHaveValue('7,000')
    await expect(subject).toHaveValue('Berlin and Hamburg')
  })

  test('to sales asks for more than the plans have, and is sent as it is', async ({
    page,
    mine: customer,
    expectAccessible,
  }) => {
    await trial(customer)
    const card = await openCard(page, customer)
    await expect(page.getByRole('region', { name: 'Plans' })).toContainText(
      'More than 1,600 monthly active users?',
    )
    await card.getByRole('link', { name: 'Contact sales' }).click()
    await expect(page.locator('main')).toContainText('Trial, 1,000 MAU: active')
    const mau = page.getByLabel('Monthly active users')
    const hint = page.getByText('Plans go up to 1,600; sales make offers for more.')
    await expect(mau).toHaveValue('')
    await expect(hint).toBeVisible()
    await page.getByLabel('Product').selectOption('Gluu Server 4')
    await expect(hint).toBeHidden()
    await page.getByLabel('Product').selectOption('Gluu Admin UI')
    await mau.fill('5000')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Open ticket' }).click()
    await expect(conversation(page)).toContainText('Please make us an offer.')
  })

  test('to sales about a license that they suspended is worded by its customer', async ({
    page,
    mine: customer,
  }) => {
    const by = await sales(customer)
    const { id } = await enterprise(by, customer)
    await suspendLicense(by, { id, reason: 'Invoice 17 is open' })
    await (await openCard(page, customer)).getByRole('link', { name: 'Contact sales' }).click()
    await expect(page.getByRole('textbox', { name: 'Monthly active users' })).toHaveValue('5,000')
    await expect(page.getByLabel('Message')).toHaveValue('')
  })

  test('that moved on meanwhile is not answered unread; the draft stays', async ({
    page,
    mine: customer,
    theirs: staff,
  }) => {
    await grantStaff(staff, 'OPERATOR')
    await page.goto('/')
    await page.getByRole('button', { name: 'Need Help?' }).click()
    await page.getByRole('link', { name: 'Ask support' }).click()
    await askForHelp(page, 'It does not start')

    const office = await staff.browser.newPage()
    await office.goto(linkIn(await staff.mailbox.nextWith(customer.organization.id)))
    await office.getByRole('textbox', { name: 'Answer' }).fill('Switch it on.')
    await page.getByLabel('Your message').fill('Solved: it was off.')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect(conversation(page)).toContainText('Solved')
    await office.getByRole('button', { name: 'Send answer' }).click()
    await expect(office.getByRole('alert').filter({ hasText: 'meanwhile' })).toBeVisible()
    await expect(conversation(office)).toContainText('Solved')
    await expect(office.getByRole('textbox', { name: 'Answer' })).toHaveValue('Switch it on.')
    await office.getByRole('button', { name: 'Close without answer' }).click()
    await expect(office.getByRole('button', { name: 'Close without answer' })).toBeHidden()
    expect((await customer.mailbox.next()).text).toContain('closed the ticket')
  })

  test('is found in the queue by state, assignee and words', async ({
    page,
    mine: { organization, path },
    theirs: staff,
    expectAccessible,
  }) => {
    await grantStaff(staff, 'OPERATOR')
    for (const subject of ['First question', 'Second question']) {
      await page.goto(path('tickets/new?kind=SUPPORT'))
      await askForHelp(page, subject)
    }
    await page.getByRole('button', { name: 'Close ticket' }).click()
    await expect(page.getByRole('button', { name: 'Send and open again' })).toBeVisible()

    const office = await staff.browser.newPage()
    await office.goto('/console/tickets')
    await office.getByLabel('Search number, subject or organization').fill(organization.id)
    await expect(office).toHaveURL(/q=/)
    const rows = office.getByRole('row', { name: organization.id })
    await expect(rows).toHaveCount(2)
    await expectAccessible(office)
    await office.getByLabel('Status').selectOption('Open')
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText('First question')
    await office.getByLabel('Assignee').selectOption('Mine')
    await expect(office.getByText('Nothing matches')).toBeVisible()
    await office.getByLabel('Assignee').selectOption('Nobody’s')
    await office.getByRole('link', { name: 'First question' }).click()
    await expect(office.getByRole('heading', { name: /First question/ })).toBeVisible()

    await page.getByRole('link', { name: 'Tickets' }).first().click()
    await expect(page.getByRole('row', { name: 'Second question' })).toContainText('Closed')
    await expectAccessible(page)
  })

  test('is read by viewers, who are not offered to write', async ({
    page,
    mine: viewer,
    theirs: owner,
    expectAccessible,
  }) => {
    await join(owner, viewer, 'VIEWER')
    const base = owner.path('tickets')
    await page.goto(base)
    await expect(page.getByRole('heading', { name: 'No tickets yet' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'New ticket' })).toHaveCount(0)
    const theirs = await owner.browser.newPage()
    await theirs.goto(`${base}/new?kind=SUPPORT`)
    await askForHelp(theirs, 'A question')
    await page.reload()
    await page.getByRole('link', { name: 'A question' }).click()
    await expect(page.getByText('Owners and admins write in tickets.')).toBeVisible()
    await expect(page.getByLabel('Your message')).toHaveCount(0)
    await expectAccessible(page)
    await expectStatus(page.request, 403, [`${base}/new`])
    const console = ['/console/tickets', '/api/portal/console/tickets']
    await expectStatus(page.request, 404, [`${base}/1`, `${base}/nothing`, ...console])
  })
})
