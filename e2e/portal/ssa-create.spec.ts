import { createOnScreen } from '../support/ssa'
import { expect, test } from '../support/test'

test.beforeEach(async ({ page, signIn, newPerson }) => {
  await signIn(newPerson())
  await page.goto('/')
})

test('a name that a live SSA has is refused, in other letters too, and is free again after revoking', async ({
  page,
}) => {
  await createOnScreen(page, 'Straße One')
  const first = page.url()
  await page.getByRole('link', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Software Name').fill('STRASSE one')
  await dialog.getByLabel('Description').fill('The second')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog.getByText('A live SSA already has this name.')).toBeVisible()
  await expect(dialog.getByLabel('Software Name')).toBeFocused()
  await expect(dialog.getByLabel('Software Name')).toHaveValue('STRASSE one')
  await expect(dialog.getByLabel('Description')).toHaveValue('The second')

  await page.goto(first)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('Straße One was revoked.')).toBeVisible()
  await page.getByRole('link', { name: 'Close' }).click()
  await createOnScreen(page, 'STRASSE one')
})

test('what is wrong is told beside its field, and nothing typed is lost', async ({ page }) => {
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Description').fill('Kept')
  await dialog.getByLabel('Expiration Date').fill('2020-01-01T00:00')
  await dialog.getByLabel('SSA Lifetime').fill('0')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog.getByText('Give the software a name.')).toBeVisible()
  await expect(dialog.getByText('Choose "Never" for a client that does not expire.')).toBeVisible()
  await dialog.getByLabel('Software Name').fill('Valid')
  await dialog.getByLabel('SSA Lifetime').fill('99999')
  await expect(dialog.getByText('Use at most 24,855 days, or choose "Never".')).toBeVisible()
  await dialog.getByRole('button', { name: 'Never' }).click()
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(dialog.getByText('Choose a date and time in the future.')).toBeVisible()
  await expect(dialog.getByLabel('Description')).toHaveValue('Kept')
  await dialog.getByLabel('Expiration Date').fill('2099-12-31T23:59')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Valid' })).toBeVisible()
})

test('the role license warns of one time use and of a lifetime under a month', async ({ page }) => {
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  const dialog = page.getByRole('dialog')
  const oneTime = dialog.getByText('One time use does not suit the role license')
  const short = dialog.getByText('The lifetime is short for the role license')
  await expect(dialog.getByLabel('One time use')).not.toBeChecked()
  await expect(dialog.getByLabel('Rotate SSA')).not.toBeChecked()
  await dialog.getByLabel('One time use').check()
  await expect(oneTime).toBeVisible()
  await dialog.getByLabel('SSA Lifetime').fill('29')
  await expect(short).toBeVisible()
  await dialog.getByRole('button', { name: '1 month' }).click()
  await expect(short).toBeHidden()
  await dialog.getByRole('checkbox', { name: 'license' }).uncheck()
  await expect(oneTime).toBeHidden()
})

test('Enter pressed twice creates one SSA', async ({ page, mine: ctx }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  const name = page.getByLabel('Software Name')
  await name.fill('Only once')
  let sent = 0
  page.on('request', request => {
    if ('next-action' in request.headers()) sent += 1
  })
  await name.evaluate((input: HTMLInputElement) => {
    input.form?.requestSubmit()
    input.form?.requestSubmit()
  })
  await expect(page.getByRole('heading', { name: 'Only once' })).toBeVisible()
  expect(sent).toBe(1)
  expect(await ctx.db.ssa.count({ where: { organizationId: ctx.organization.id } })).toBe(1)
})

test('the dialog is part of the address: linked, closed by going back, and asking only when touched', async ({
  page,
}) => {
  const list = page.url()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  await expect(page).toHaveURL(`${list}?create=1`)
  await expect(dialog).toBeVisible()
  await page.goBack()
  await expect(dialog).toBeHidden()
  await page.goForward()
  await expect(dialog.getByLabel('Software Name')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(list)

  await page.goto(`${list}?create=1`)
  await dialog.getByLabel('Software Name').fill('Half typed')
  await page.keyboard.press('Escape')
  await expect(dialog.getByText('Discard what you typed?')).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(dialog.getByLabel('Software Name')).toHaveValue('Half typed')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(list)
})

test('the back button leads from a new SSA to the list, which shows it', async ({ page }) => {
  await createOnScreen(page, 'Brand new')
  await page.goBack()
  await expect(page).toHaveURL(/\/market\/ssa$/)
  await expect(page.getByRole('cell', { name: 'Brand new' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Revoke All' })).toBeVisible()
})

test('names of any script, of a hundred characters, and with markup are told as they are', async ({
  page,
}) => {
  for (const name of ['漢字かな '.repeat(20).trim(), '<img src=x onerror=alert(1)>', 'مرحبا עולם']) {
    await page.goto('/')
    await createOnScreen(page, name)
    await page.getByRole('link', { name: 'Close' }).click()
    await expect(page.getByRole('cell', { name })).toBeVisible()
  }
})
