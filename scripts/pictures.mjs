// Takes the pictures of the README and the guides again: `npm run pictures`.
// It starts Writ on a data directory of its own, fills it with demo data, and looks at it with Chromium.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { signIn, startWrit } from '../bench/server.mjs'

const FOLDER = resolve(import.meta.dirname, '../docs/pictures')
const EMAIL = 'ada@example.com'
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const writ = await startWrit({ WRIT_OPERATORS: EMAIL })
const executablePath = process.env.WRIT_CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: QUIET })
try {
  mkdirSync(FOLDER, { recursive: true })
  const seeded = await writ.npm('run', '-s', 'seed', '--', EMAIL, '24')
  const market = `/o/${seeded.split(' ').at(-1)}/market/ssa`
  const cookie = await signIn(writ, EMAIL)
  for (const scheme of ['light', 'dark']) await takeAll({ scheme, cookie, market })
  await take({ scheme: 'light', cookie, width: 360 }, 'ssa-list-phone', page => page.goto(market))
} finally {
  await browser.close()
  await writ.stop()
}

async function takeAll({ scheme, cookie, market }) {
  const organization = market.replace('/market/ssa', '')
  await take({ scheme }, `sign-in-${scheme}`, page => page.goto('/sign-in'))
  const signedIn = (name, steps) => take({ scheme, cookie }, `${name}-${scheme}`, steps)
  await signedIn('ssa-list', page => page.goto(market))
  await signedIn('ssa-create', async page => {
    await page.goto(market)
    await page.getByRole('button', { name: 'Create New SSA' }).click()
    await page.getByLabel('Software Name').fill('Flex production, Berlin')
  })
  await signedIn('ssa-detail', page => openFirst(page, market))
  await signedIn('ssa-jwt', async page => {
    await openFirst(page, market)
    await page.getByRole('button', { name: 'Show JWT' }).click()
    await page.getByRole('button', { name: 'Download .jwt' }).waitFor()
    await page.getByText('Signature', { exact: false }).first().waitFor()
  })
  await signedIn('flex', page => page.goto(`${organization}/market/flex`))
  await signedIn('scan', page => page.goto(`${organization}/market/scan`))
  await signedIn('members', page => page.goto(`${organization}/members`))
  await signedIn('audit', page => page.goto(`${organization}/audit`))
}

async function openFirst(page, market) {
  await page.goto(`${market}?status=ACTIVE`)
  await page.getByRole('link', { name: 'Detail' }).first().click()
  await page.getByText('Creation date').first().waitFor()
}

async function take({ scheme, cookie, width = 1280 }, name, steps) {
  const context = await browser.newContext({
    baseURL: writ.url,
    colorScheme: scheme,
    viewport: { width, height: 800 },
    timezoneId: 'UTC',
  })
  if (cookie) {
    const [key, value] = cookie.split('=')
    await context.addCookies([{ name: key, value, url: writ.url }])
  }
  const page = await context.newPage()
  await steps(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true, animations: 'disabled' })
  await context.close()
  console.log(`docs/pictures/${name}.png`)
}
