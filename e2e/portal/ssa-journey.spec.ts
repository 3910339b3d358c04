import { createRemoteJWKSet, jwtVerify } from 'jose'
import { DAY_SECONDS } from '@/lib/days'
import { saved } from '../support/download'
import { tabTo } from '../support/keyboard'
import { linkIn } from '../support/mailbox'
import { createOnScreen, shownJwt } from '../support/ssa'
import { expect, test } from '../support/test'

test('a newcomer creates an SSA and downloads a JWT that a stranger can verify', async ({
  page,
  signIn,
  newPerson,
  baseURL,
}) => {
  await signIn(newPerson())
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'SSA Management' })).toBeVisible()
  const organizationId = new URL(page.url()).pathname.split('/')[2]
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create New SSA' })
  await dialog.getByLabel('Software Name').fill('Flex, production')
  await dialog.getByLabel('Description').fill('In Frankfurt')
  await dialog.getByRole('group', { name: 'Expiration presets' }).getByText('90 days').click()
  await dialog.getByRole('group', { name: 'Lifetime presets' }).getByText('1 month').click()
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()

  await expect(page.getByRole('heading', { name: 'Flex, production' })).toBeVisible()
  const jti = new URL(page.url()).pathname.split('/').at(-1)
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('Signature verified')).toBeVisible()
  const button = page.getByRole('button', { name: 'Download .jwt' })
  const { name, text: jwt } = await saved(page, () => button.click())
  expect(jwt).toBe(await shownJwt(page))

  const discovery = await (await fetch(`${baseURL}/.well-known/openid-configuration`)).json()
  const keys = createRemoteJWKSet(new URL(discovery.jwks_uri))
  const { protectedHeader, payload } = await jwtVerify(jwt, keys, { issuer: baseURL, algorithms: ['RS256'] })
  expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) })
  const { iat = 0, exp = 0 } = payload
  const day = new Date(iat * 1000).toISOString().slice(0, 10)
  expect(name).toBe(`ssa-Flex-production-${day}.jwt`)
  expect(payload).toEqual({
    jti,
    iss: baseURL,
    iat,
    exp,
    org_id: organizationId,
    software_id: 'Flex, production',
    software_roles: ['license'],
    grant_types: ['client_credentials'],
    lifetime: 30 * DAY_SECONDS,
  })
  expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(120)
  // The form tells the moment to the minute, and clocks may change to or from summer time in between.
  expect(Math.abs(exp - iat - 90 * DAY_SECONDS)).toBeLessThan(2 * 60 * 60)
})

test('the same bytes are shown again, in another browser too', async ({
  page,
  signIn,
  newPerson,
  newBrowser,
}) => {
  const person = newPerson()
  await signIn(person)
  await page.goto('/')
  await createOnScreen(page, 'Shown twice')
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.getByText('Signature verified')).toBeVisible()
  const first = await shownJwt(page)

  const other = await newBrowser()
  await signIn(person, other)
  const elsewhere = await other.newPage()
  await elsewhere.goto(page.url())
  await elsewhere.getByRole('button', { name: 'Show JWT' }).click()
  await expect(elsewhere.getByText('Signature verified')).toBeVisible()
  expect(await shownJwt(elsewhere)).toBe(first)
})

test('a JWT that is copied is the JWT that is shown', async ({ page, context, signIn, newPerson }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(newPerson())
  await page.goto('/')
  await createOnScreen(page, 'Copied')
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await shownJwt(page))
})

test('the whole way from sign-in to a downloaded JWT needs no mouse', async ({ page, newPerson }) => {
  const { email, mailbox } = newPerson()
  await page.goto('/sign-in')
  await tabTo(page, page.getByLabel('E-mail address'))
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await page.goto(linkIn(await mailbox.next()))
  await tabTo(page, page.getByRole('button', { name: 'Sign in' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'SSA Management' })).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Create New SSA' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Software Name')).toBeFocused()
  await page.keyboard.type('By keyboard')
  await tabTo(page, page.getByRole('button', { name: '90 days' }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('SSA Lifetime'))
  await page.keyboard.type('365')
  await tabTo(page, page.getByRole('switch', { name: 'Rotate SSA' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('switch', { name: 'Rotate SSA' })).toBeChecked()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'By keyboard' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Show JWT' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'The JWT is shown' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Download .jwt' }))
  const { text } = await saved(page, () => page.keyboard.press('Enter'))
  expect(text).toBe(await shownJwt(page))
  await tabTo(page, page.getByRole('button', { name: 'Hide', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Show JWT' })).toBeFocused()
})
