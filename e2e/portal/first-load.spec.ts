import { builtPages, scriptsOf, sizeOf, writtenPages } from '../support/first-load'
import { expect, test } from '../support/test'

/** kB of compressed JavaScript before a page works. */
const MOST = 250

test('no page needs more JavaScript than it may', () => {
  const pages = builtPages()
  expect(pages).toEqual(expect.arrayContaining(writtenPages()))
  const measured = pages
    .map(page => ({ page, size: sizeOf(scriptsOf(page)) }))
    .sort((a, b) => b.size - a.size)
  const list = measured.map(({ page, size }) => `${size.toFixed(1).padStart(6)} ${page}`).join('\n')
  expect(
    measured.filter(({ size }) => size > MOST).map(({ page }) => page),
    list,
  ).toEqual([])
  // What is loaded later is not measured: a measure that finds next to nothing has lost its way.
  expect(measured.at(-1)?.size, list).toBeGreaterThan(100)
})

test('a page loads at first nothing that was not measured', async ({ page, mine }) => {
  const loaded: string[] = []
  page.on('request', request => {
    const path = new URL(request.url()).pathname
    if (path.endsWith('.js')) loaded.push(path.replace('/_next/', ''))
  })
  await page.goto(mine.path('members'))
  await expect(page.getByRole('table', { name: 'Members' })).toBeVisible()
  expect(loaded.length).toBeGreaterThan(10)
  expect([...scriptsOf('/o/[org]/members/page')]).toEqual(expect.arrayContaining(loaded))
})
