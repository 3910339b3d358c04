import { expect, test } from '../support/test'

test('the API reference tells every call, and its commands can be copied', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/docs/api')
  await expect(page.getByRole('heading', { name: 'API reference' })).toBeVisible()
  const { paths } = await (await page.request.get('/openapi.json')).json()
  const text = (await page.locator('main').textContent()) ?? ''
  for (const path of Object.keys(paths)) expect(text).toContain(path)
  await page.getByText('Register software').click()
  const operation = page.locator('#register')
  await expect(operation.getByRole('heading', { name: 'Who may call' })).toBeVisible()
  await expect(operation.getByRole('list', { name: 'Body of register' })).toContainText('software_statement')
  await expect(operation.getByRole('button', { name: 'Copy command for register' })).toBeVisible()
  await expectAccessible(page)
})

test.describe('without scripts, on a telephone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('the API reference can be read', async ({ page }) => {
    await page.goto('/docs/api')
    await page.getByText('Get an access token').click()
    await expect(page.locator('#token').getByText('grant_type=client_credentials')).toBeVisible()
    const width = await page.locator('html').evaluate(html => html.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
  })
})
