import { readFile } from 'node:fs/promises'
import { issue } from '../support/ssa'
import { expect, test } from '../support/test'

test.use({ allowedComplaints: [/status of 500|React error #441/] })

test('what is stored wrongly is our fault, on pages and in actions, and its id leads to one line of the log', async ({
  page,
  mine,
  installation,
}) => {
  const { jti } = await issue(mine)
  const corrupt = (data: object) => installation.db.ssa.update({ where: { jti }, data })
  /** The log reaches its file a moment after the page does the reader. */
  const expectLogged = async (id: string) => {
    const lines = async () => {
      const log = await readFile(process.env.E2E_LOG ?? '', 'utf8')
      return log.split('\n').filter(line => line.includes(id))
    }
    await expect.poll(lines).toEqual([expect.stringContaining('ZodError')])
  }
  const idIn = async (label: string) =>
    (await page.locator('main').getByText(label).innerText()).replace(label, '').trim()
  await page.goto(mine.path(`market/ssa/${jti}`))
  await corrupt({ signingInput: 'e30.e30' })
  await page.getByRole('button', { name: 'Show JWT' }).click()
  await expect(page.locator('main')).toContainText('Something went wrong on our side')
  await expectLogged(await idIn('Request id'))

  // The id of an error is made of its words, and this name is among them.
  await corrupt({ customAttributes: { [jti]: {} } })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeVisible()
  await expectLogged(await idIn('Error id'))
})

test('what was asked wrongly is not', async ({ page, mine }) => {
  const read = (query: string) => page.request.get(`/api/portal${mine.path(`audit/export${query}`)}`)
  const wrong = await read('?format=pdf')
  expect(wrong.status()).toBe(400)
  expect(await wrong.json()).toMatchObject({ code: 'INVALID', fields: { format: expect.any(String) } })
  expect((await read('?format=csv')).status()).toBe(200)
})
