// Lighthouse (desktop preset) on the sign-in page and on an SSA list of 1,000 rows: `npm run bench:lighthouse`.
// Every score must reach the limit. Chromium is Debian's, or the one named in WRIT_CHROMIUM.
import { launch } from 'chrome-launcher'
import lighthouse, { desktopConfig } from 'lighthouse'
import { signIn, startWrit } from './server.mjs'

const LIMIT = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices']
const EMAIL = 'ada@example.com'
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

const writ = await startWrit()
try {
  const seeded = await writ.npm('run', '-s', 'seed', '--', EMAIL, '1000')
  const organization = seeded.split(' ').at(-1)
  const cookie = await signIn(writ, EMAIL)
  const rows = [
    await measure('sign-in', `${writ.url}/sign-in`),
    await measure('SSA list, 1,000 rows', `${writ.url}/o/${organization}/market/ssa`, { cookie }),
  ]
  console.table(Object.fromEntries(rows))
  const low = rows.filter(([, scores]) => CATEGORIES.some(category => scores[category] < LIMIT))
  if (low.length > 0) {
    console.error(`Below ${LIMIT}: ${low.map(([name]) => name).join(', ')}`)
    process.exitCode = 1
  }
} finally {
  await writ.stop()
}

async function measure(name, url, extraHeaders) {
  const { audits, categories } = await report(url, extraHeaders)
  const scores = Object.fromEntries(
    CATEGORIES.map(category => [category, Math.round(categories[category].score * 100)]),
  )
  for (const failed of Object.values(audits).filter(audit => audit.score !== null && audit.score < 0.9))
    console.log(`${name}: ${failed.id} ${failed.displayValue ?? ''}`)
  const { 'largest-contentful-paint': lcp, 'cumulative-layout-shift': cls } = audits
  return [
    name,
    { ...scores, 'LCP ms': Math.round(lcp.numericValue), CLS: Number(cls.numericValue.toFixed(3)) },
  ]
}

/** A browser of its own for each page. Now and then Chromium's trace misses the start of the page: then once more. */
async function report(url, extraHeaders, triesLeft = 4) {
  const chromePath = process.env.WRIT_CHROMIUM ?? '/usr/bin/chromium'
  const chrome = await launch({ chromePath, chromeFlags: [...FLAGS, ...QUIET] })
  const flags = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error', extraHeaders }
  const { lhr } = await lighthouse(url, flags, desktopConfig)
  chrome.kill()
  if (!lhr.runtimeError) return lhr
  if (lhr.runtimeError.code !== 'NO_NAVSTART' || triesLeft === 0) throw new Error(lhr.runtimeError.message)
  return report(url, extraHeaders, triesLeft - 1)
}
