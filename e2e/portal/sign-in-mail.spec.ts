import { linkIn } from '../support/mailbox'
import { expect, test } from '../support/test'

test('a newcomer signs in with the link from their mail', async ({ page, newPerson, expectAccessible }) => {
  const { email, mailbox } = newPerson()
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(linkIn(await mailbox.next()))
  await expect(page.getByText(email)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/o\/org:[a-z2-7]{12}\/market\/ssa$/)
})

test('somebody who is signed in has nothing to do on the sign-in page', async ({
  page,
  newPerson,
  signIn,
}) => {
  await signIn(newPerson())
  await page.goto('/sign-in')
  await expect(page).toHaveURL(/\/market\/ssa$/)
})
