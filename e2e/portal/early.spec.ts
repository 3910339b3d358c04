import { signUpForCredits } from '@/lib/credits/sign-up'
import { enterprise } from '@/lib/testing/licensing'
import { idOf } from '@/lib/testing/people'
import { opened } from '@/lib/testing/tickets'
import { openEarly } from '../support/early'
import { grantStaff } from '../support/people'
import { expect, test } from '../support/test'

// What is typed and pressed before the scripts of a page have come.

test('a profile that was changed early is saved once, by Enter', async ({ page, mine: ctx }) => {
  const early = await openEarly(page, '/account')
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Ada, early')
  await name.press('Enter')
  await early.release()
  await expect(page.getByText('Your name was changed.')).toBeVisible()
  await expect(name).toHaveValue('Ada, early')
  expect(early).toMatchObject({ actions: [expect.any(String)], addresses: [] })
  const account = await ctx.db.account.findUniqueOrThrow({ where: { id: idOf(ctx) } })
  expect(account.name).toBe('Ada, early')
})

test('an order that was placed early is one order, with what was typed and chosen', async ({
  page,
  mine: ctx,
}) => {
  const path = ctx.path('market/flex')
  await page.goto(path)
  const checkout = await page.getByRole('link', { name: 'Subscribe to Team' }).getAttribute('href')
  const early = await openEarly(page, checkout!)
  await expect(page.getByLabel('E-mail for invoices')).toHaveValue(/@example\.org$/)
  await page.getByLabel(/^Yearly/).check()
  await page.getByLabel('Company').fill('Early Birds Ltd')
  await page.getByLabel('Contact name').fill('Ada Lovelace')
  await page.getByLabel('Address').fill('1 Main Street\nLondon')
  await page.getByRole('button', { name: 'Place the order' }).click()
  await early.release()
  await expect(page.getByText('Thank you for your order')).toBeVisible()
  expect(early.actions).toHaveLength(1)
  expect(early.addresses).toEqual([page.url()])
  const { organization } = ctx
  expect(await ctx.db.order.findMany({ where: { organizationId: organization.id } })).toEqual([
    expect.objectContaining({
      interval: 'YEAR',
      company: 'Early Birds Ltd',
      contactName: 'Ada Lovelace',
      address: '1 Main Street\nLondon',
    }),
  ])
})

test('a reply that was sent early, with two presses, is one message', async ({ page, mine: ctx }) => {
  const { number } = await opened(ctx)
  const early = await openEarly(page, ctx.path(`tickets/${number}`))
  const message = page.getByLabel('Your message')
  await message.fill('It was switched off.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await early.release()
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('It was switched off.')
  await expect(message).toHaveValue('')
  expect(early).toMatchObject({ actions: [expect.any(String)], addresses: [] })
  const where = { ticketNumber: number, text: 'It was switched off.' }
  expect(await ctx.db.ticketMessage.count({ where })).toBe(1)
})

test('a number that was typed early is the one that is saved', async ({ page, mine: ctx }) => {
  await signUpForCredits(ctx)
  const early = await openEarly(page, ctx.path('market/scan/settings'))
  const threshold = page.getByLabel('Credit threshold')
  await expect(threshold).toHaveValue('50')
  await threshold.fill('1250')
  await page.getByRole('button', { name: 'Save threshold' }).click()
  await early.release()
  await expect(page.getByText('The threshold was saved.')).toBeVisible()
  await expect(threshold).toHaveValue('1,250')
  expect(early).toMatchObject({ actions: [expect.any(String)], addresses: [] })
  const where = { organizationId: ctx.organization.id }
  expect(await ctx.db.creditAccount.findUniqueOrThrow({ where })).toMatchObject({ threshold: 1250 })
})

test('notes that were changed early keep what was there, the change and the place to go on', async ({
  page,
  mine,
  theirs,
  installation,
}) => {
  const { id } = await enterprise(installation.ctx, theirs, { notes: 'Agreed by phone.' })
  await grantStaff(mine, 'SALES')
  const early = await openEarly(page, `/console/licenses/${id}`)
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.press('End')
  await notes.pressSequentially(' Renews May.')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await early.release()
  const save = page.getByRole('button', { name: 'Save notes' })
  await expect(save).toBeEnabled()
  await page.keyboard.type('in ')
  await expect(notes).toHaveValue('Agreed by phone. Renews in May.')
  await save.click()
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Notes changed')
  expect(early).toMatchObject({ actions: [expect.any(String)], addresses: [] })
})
