import type { Page } from '@playwright/test'
import { linkIn } from '../support/mailbox'
import { openAndConfirm } from '../support/sign-in'
import { expect, type Owner, type Person, test } from '../support/test'

async function invite(page: Page, { email }: { email: string }, role = 'Viewer'): Promise<void> {
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail address').fill(email)
  await dialog.getByRole('radio', { name: role }).check()
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
}

/** Invites somebody from the members' page; gives the link that they are mailed. */
async function mailedInvitation(
  page: Page,
  mine: Owner,
  { person, role }: { person: Person; role?: string },
): Promise<string> {
  await page.goto(mine.path('members'))
  await invite(page, person, role)
  return linkIn(await person.mailbox.next())
}

/** Signs in from an invitation's page, with the address it is for. */
async function signInToAccept(page: Page, { email, mailbox }: Person): Promise<void> {
  await page.getByRole('link', { name: 'Sign in to accept' }).click()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await openAndConfirm(page, linkIn(await mailbox.next()))
}

const invitations = (page: Page) => page.getByRole('table', { name: 'Pending invitations' })

test('a newcomer is invited, gets the mail, signs in, accepts, and sees what a viewer sees', async ({
  page,
  mine,
  newPerson,
  newBrowser,
  expectAccessible,
}) => {
  const grace = newPerson('grace')
  await page.goto(mine.path('members'))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await invite(page, grace)
  await expect(page.getByText(`${grace.email} was invited.`)).toBeVisible()
  await expect(invitations(page).getByRole('row', { name: grace.email })).toContainText('Viewer')
  await expectAccessible(page)

  const theirs = await (await newBrowser()).newPage()
  await theirs.goto(linkIn(await grace.mailbox.next()))
  await expect(theirs.getByRole('heading', { name: `Join ${mine.organization.name}` })).toBeVisible()
  await expect(theirs.getByText('g•••@example.org')).toBeVisible()
  await expectAccessible(theirs)
  await signInToAccept(theirs, grace)
  await expect(theirs.getByRole('heading', { name: `Join ${mine.organization.name}` })).toBeVisible()
  await expectAccessible(theirs)
  await theirs.getByRole('button', { name: 'Accept' }).click()

  await expect(theirs).toHaveURL(mine.path('market/ssa'))
  await expect(theirs.getByRole('heading', { name: 'SSA Management' })).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'Create New SSA' })).toHaveCount(0)
  await theirs.goto(mine.path('members'))
  const members = theirs.getByRole('table', { name: 'Members' })
  await expect(members.getByRole('row', { name: grace.email })).toContainText('Viewer')
  await expect(theirs.getByRole('button', { name: /Invite|Remove|Change/ })).toHaveCount(0)
  await expectAccessible(theirs)

  await page.reload()
  await expect(page.getByRole('table', { name: 'Members' })).toContainText(grace.email)
  await expect(page.getByText('Nobody is invited at the moment.')).toBeVisible()
})

test('opening the link accepts nothing, and accepting twice is harmless', async ({
  page,
  mine,
  theirs: grace,
  request,
}) => {
  const link = await mailedInvitation(page, mine, { person: grace })
  for (const method of ['HEAD', 'GET', 'GET']) expect((await request.fetch(link, { method })).ok()).toBe(true)

  const [first, second] = [await grace.browser.newPage(), await grace.browser.newPage()]
  for (const tab of [first, second]) await tab.goto(link)
  for (const tab of [first, second]) {
    await tab.getByRole('button', { name: 'Accept' }).click()
    await expect(tab).toHaveURL(mine.path('market/ssa'))
  }
  await second.goto(link)
  await expect(
    second.getByRole('heading', { name: `You are a member of ${mine.organization.name}` }),
  ).toBeVisible()
  const joined = { organizationId: mine.organization.id, action: 'member.join' }
  expect(await mine.db.auditEvent.count({ where: joined })).toBe(1)
})

test('somebody else who is signed in is told so, and can switch', async ({
  page,
  mine,
  theirs: eve,
  newPerson,
  expectAccessible,
}) => {
  const grace = newPerson('grace')
  const link = await mailedInvitation(page, mine, { person: grace, role: 'Admin' })

  const theirs = await eve.browser.newPage()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'This invitation is for somebody else' })).toBeVisible()
  await expect(theirs.locator('main')).toContainText('g•••@example.org')
  await expect(theirs.locator('main')).toContainText(eve.email)
  expect(await theirs.content()).not.toContain(grace.email)
  await expectAccessible(theirs)
  await theirs.getByRole('button', { name: 'Sign in with another address' }).click()
  await theirs.getByLabel('E-mail address').fill(grace.email)
  await theirs.getByRole('button', { name: 'Send sign-in link' }).click()
  await openAndConfirm(theirs, linkIn(await grace.mailbox.next()))
  await theirs.getByRole('button', { name: 'Accept' }).click()
  await expect(theirs.getByRole('button', { name: 'Create New SSA' }).first()).toBeVisible()
})

test('an open invitation is resent instead of sent twice, withdrawn, and then its link says so', async ({
  page,
  mine,
  newPerson,
  newBrowser,
  expectAccessible,
}) => {
  const grace = newPerson('grace')
  const first = await mailedInvitation(page, mine, { person: grace })
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await invite(page, grace, 'Admin')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toHaveText(
    `${grace.email} has an open invitation. Resend it instead.`,
  )
  await dialog.getByRole('button', { name: `Resend the invitation of ${grace.email}` }).click()
  await expect(page.getByText(`The invitation was sent to ${grace.email} again.`)).toBeVisible()
  const second = linkIn(await grace.mailbox.next())
  expect(second).not.toBe(first)

  const theirs = await (await newBrowser()).newPage()
  await theirs.goto(first)
  await expect(theirs.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible()
  await expectAccessible(theirs)
  await theirs.goto(second)
  await expect(theirs.getByRole('heading', { name: `Join ${mine.organization.name}` })).toBeVisible()

  await page.getByRole('button', { name: `Withdraw the invitation of ${grace.email}` }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('Nobody is invited at the moment.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await theirs.reload()
  await expect(theirs.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible()
})

test('an invitation that expired says so', async ({
  page,
  mine,
  newPerson,
  newBrowser,
  expectAccessible,
}) => {
  const grace = newPerson('grace')
  const link = await mailedInvitation(page, mine, { person: grace })
  const where = { email: grace.email }
  await mine.db.invitation.updateMany({ where, data: { expiresAt: new Date(Date.now() - 1000) } })
  const theirs = await (await newBrowser()).newPage()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'This invitation has expired' })).toBeVisible()
  await expectAccessible(theirs)
  await page.reload()
  await expect(invitations(page).getByRole('row', { name: grace.email })).toContainText('Expired')
  await expectAccessible(page)
})

test('inviting works by keyboard alone, and a mistake is told beside its field', async ({
  page,
  mine,
  newPerson,
}) => {
  const grace = newPerson('grace')
  await page.goto(mine.path('members'))
  await page.getByRole('button', { name: 'Invite' }).focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('dialog').getByLabel('E-mail address')
  await expect(field).toBeFocused()
  await page.keyboard.type('grace@nowhere')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAccessibleDescription(/Enter an e-mail address/)
  await expect(field).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(grace.email)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Admin' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(invitations(page).getByRole('row', { name: grace.email })).toContainText('Admin')
  await expect(page.getByRole('button', { name: 'Invite' })).toBeFocused()
})
