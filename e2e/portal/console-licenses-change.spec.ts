import { enterprise } from '@/lib/testing/licensing'
import { grantStaff } from '../support/people'
import { expect, test } from '../support/test'

test('sales change, suspend, resume and revoke a license; the customer gets a mail of each', async ({
  page,
  mine,
  theirs: customer,
  installation,
  expectAccessible,
}) => {
  const { name } = customer.organization
  const { id, key } = await enterprise(installation.ctx, customer)
  await grantStaff(mine, 'SALES')
  await page.goto(`/console/licenses/${id}`)
  const facts = page.getByRole('region', { name: 'License', exact: true })
  const history = page.getByRole('region', { name: 'History' })
  const dialog = page.getByRole('dialog')
  await expect(facts).toContainText('5,000')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Change terms' }).click()
  await dialog.getByLabel('MAU threshold').fill('9000')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(facts).toContainText('9,000')
  await expect(history).toContainText('MAU threshold: 5,000 → 9,000')
  await expect(history).not.toContainText(/Valid until: .* → /)

  await page.getByRole('textbox', { name: 'Notes' }).fill('Called about the invoice.')
  await page.getByRole('button', { name: 'Save notes' }).click()
  await expect(history).toContainText('Notes changed')

  await page.getByRole('button', { name: 'Suspend' }).click()
  await expect(dialog).toContainText(`No installation of ${name} uses it yet`)
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription(/Say why: the customer is told\./)
  await expect(dialog.getByLabel('Reason')).toBeFocused()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await dialog.getByLabel('Reason').fill('The invoice 17 is unpaid.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(facts).toContainText('The invoice 17 is unpaid.')
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(facts).not.toContainText('The invoice 17 is unpaid.')

  await page.getByRole('button', { name: 'Revoke' }).click()
  await dialog.getByLabel('Reason').fill('The contract was ended.')
  const revoke = dialog.getByRole('button', { name: 'Revoke' })
  await expect(revoke).toBeDisabled()
  await dialog.getByLabel(`Type ${name} to confirm`).fill(name)
  await expectAccessible(page)
  await revoke.click()
  await expect(facts).toContainText('The contract was ended.')
  await expect(page.getByRole('link', { name: 'Issue a new one' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Revoke|Suspend|Change/ })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Called about the invoice.')

  const mails = []
  for (let n = 0; n < 5; n++) mails.push(await customer.mailbox.next())
  const about = `The Gluu Admin UI license of ${name}`
  expect(mails.map(mail => mail.subject).sort()).toEqual(
    [
      `A Gluu Admin UI license for ${name}`,
      `${about} is in force again`,
      `${about} is suspended`,
      `${about} was changed`,
      `${about} was revoked`,
    ].sort(),
  )
  expect(mails.map(mail => mail.text).join('\n')).not.toContain('Called about the invoice.')
  expect(mails.map(mail => mail.text).join('\n')).not.toContain(key)
})
