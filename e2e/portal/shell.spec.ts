import { expectFits, showIn } from '../support/accessible'
import { tabTo } from '../support/keyboard'
import { join } from '../support/people'
import { issue, seedMany } from '../support/ssa'
import { expect, test } from '../support/test'

test('everything around a page is reached and used by keyboard', async ({ page, newPerson, signIn }) => {
  await signIn(newPerson())
  await page.goto('/')
  await expect(page).toHaveURL(/\/market\/ssa$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()

  await page.goto('/account')
  await tabTo(page, page.getByRole('button', { name: /^Organization/ }))
  await page.keyboard.press('Enter')
  const switcher = page.getByRole('dialog', { name: 'Organizations' })
  await expect(switcher).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(switcher).toBeHidden()
  await expect(page.getByRole('button', { name: /^Organization/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'New organization' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'New organization' })).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Members' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Members', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Members' })).toHaveAttribute('aria-current', 'page')
})

test('a line at the top tells that the page of a link is on the way', async ({
  page,
  mine,
  expectAccessible,
}) => {
  const { jti } = await issue(mine, { softwareId: 'Flex production' })
  await page.goto(mine.path('market/ssa'))
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(`**/${jti}?*`, async route => {
    await held
    await route.continue()
  })
  const line = page.getByRole('progressbar', { name: 'Loading the page' })
  await page.getByRole('link', { name: 'Detail', exact: true }).click()
  await expect(line).toBeVisible()
  await expectAccessible(page)
  release()
  await expect(page.getByRole('heading', { level: 1, name: 'Flex production' })).toBeVisible()
  await expect(line).toBeHidden()
})

test('going back by keyboard, nothing that has the focus is under the top bar', async ({ page, mine }) => {
  await seedMany(mine, 9)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(mine.path('market/ssa'))
  await page.getByRole('button', { name: 'Next' }).focus()
  const bar = (await page.getByRole('banner').boundingBox())?.height ?? 0
  const first = page.getByLabel('Search name, issuer or id')
  while (!(await first.evaluate(field => field === document.activeElement))) {
    await page.keyboard.press('Shift+Tab')
    const top = await page.evaluate(() => document.activeElement!.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(bar)
  }
})

test('a field that has the focus shows it as links do, in light and dark, wrong or not', async ({ page }) => {
  await page.goto('/sign-in')
  const field = page.getByLabel('E-mail address')
  for (const colorScheme of ['light', 'dark'] as const) {
    await showIn(page, colorScheme)
    const ring = await page.evaluate(() => {
      const link = document.body.appendChild(document.createElement('a'))
      const { color } = getComputedStyle(link)
      link.remove()
      return color
    })
    await field.focus()
    await expect(field).toHaveCSS('outline', `${ring} solid 2px`)
    await field.blur()
    await expect(field).not.toHaveCSS('outline', `${ring} solid 2px`)
  }
  await field.fill('ada@example')
  await field.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await field.focus()
  await expect(field).toHaveCSS('outline', /solid 2px$/)
})

test('the theme is chosen by keyboard and stays', async ({ page, newPerson, signIn }) => {
  await signIn(newPerson())
  await page.goto('/account')
  const scheme = page.locator('html')
  await tabTo(page, page.getByRole('button', { name: /^Account of/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: 'System' }))
  await page.keyboard.press('ArrowLeft')
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('radio', { name: 'Light' }).check()
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'light')
})

test('whoever asked for less motion sees the other theme at once, not after a fade', async ({ page }) => {
  await page.goto('/sign-in')
  const [before, after] = await page.evaluate(() => {
    const root = document.documentElement
    const color = () => getComputedStyle(document.querySelector('h1')!).color
    const was = color()
    root.dataset.mantineColorScheme = root.dataset.mantineColorScheme === 'dark' ? 'light' : 'dark'
    return [was, color()]
  })
  expect(after).not.toBe(before)
})

test('whoever signs out is out', async ({ page, mine }) => {
  await page.goto('/account')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
  expect(await page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: expect.stringContaining('session-token') }),
  )
  expect(await mine.db.session.count({ where: { account: { email: mine.email } } })).toBe(0)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Faccount$/)
})

test('somebody in two organizations goes from one to the other, and comes back to the last', async ({
  page,
  mine,
  theirs,
}) => {
  await join(theirs, mine, 'VIEWER')
  await page.goto('/')
  await page.getByRole('button', { name: /^Organization/ }).click()
  await page.getByRole('link', { name: theirs.organization.id }).click()
  await expect(page).toHaveURL(new RegExp(`${theirs.path('market/ssa')}$`))
  await expect(page.getByRole('button', { name: /^Organization/ })).toContainText(theirs.organization.name)
  await expect(page.getByRole('link', { name: 'Audit log' }), 'viewers may not read it').toHaveCount(0)
  await page.goto('/')
  await expect(page).toHaveURL(new RegExp(theirs.organization.id))
})

test('the rail is closed, and stays closed', async ({ page, newPerson, signIn }) => {
  await signIn(newPerson())
  await page.goto('/account')
  const rail = page.getByRole('navigation', { name: 'Main' })
  await expect(rail).toBeVisible()
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(rail).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Account', exact: true })).toBeVisible()
  await expect(rail).toBeHidden()
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(rail).toBeVisible()
})

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('the rail is a drawer, and no page is wider than the screen', async ({
    page,
    newPerson,
    signIn,
    expectAccessible,
  }) => {
    await signIn(newPerson())
    await page.goto('/')
    await page.getByRole('button', { name: 'Menu' }).click()
    const drawer = page.getByRole('dialog', { name: 'Menu' })
    await expect(drawer).toBeVisible()
    await expectAccessible(page)
    await drawer.getByRole('link', { name: 'Members' }).click()
    await expect(page.getByRole('heading', { name: 'Members', exact: true })).toBeVisible()
    await expect(drawer).toBeHidden()
    for (const link of ['Audit log', 'Settings', 'Flex', 'SSA']) {
      await page.getByRole('button', { name: 'Menu' }).click()
      await drawer.getByRole('link', { name: link, exact: true }).click()
      await expect(drawer).toBeHidden()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectFits(page)
    }
  })
})

test('help is at hand', async ({ page, newPerson, signIn, expectAccessible }) => {
  await signIn(newPerson())
  await page.goto('/')
  await page.getByRole('button', { name: 'Need Help?' }).click()
  const help = page.getByRole('dialog', { name: 'Need Help?' })
  await expectAccessible(page)
  await help.getByRole('link', { name: /Members and roles/ }).click()
  await expect(page.getByRole('heading', { name: 'Members and roles' })).toBeVisible()
  await expectAccessible(page)
})

test.describe('an address that leads nowhere', () => {
  test.use({ allowedComplaints: [/404/] })

  test('says so, in the shell where there is one', async ({ page, newPerson, signIn, expectAccessible }) => {
    await signIn(newPerson())
    for (const path of ['/nowhere', '/o/org:nobody/market/ssa', '/help/nothing', '/console']) {
      expect((await page.goto(path))?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
      await expect(page).toHaveTitle(/Page not found|Help|Console/)
      await expectAccessible(page)
    }
  })
})
