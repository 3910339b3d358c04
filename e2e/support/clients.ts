import { expect, type Locator, type Page } from '@playwright/test'
import { SSA } from './api-client'

/** What a new client's dialog shows, once. */
export interface ShownSecret {
  id: string
  secret: string
  /** The command that gets a token. */
  line: string
}

/** The dialog that shows a secret and is closed by saying that it is saved. */
export function secretDialog(page: Page): Locator {
  return page.getByRole('dialog').filter({ hasText: 'I have saved the secret' })
}

export async function readSecret(page: Page): Promise<ShownSecret> {
  const [id = '', secret = '', line = ''] = await secretDialog(page).locator('code').allTextContents()
  return { id, secret, line }
}

/** Makes a client on its page, up to the dialog with the secret. */
export async function createClientOnScreen(page: Page, name: string, scope: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'New API client' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('checkbox', { name: scope }).check()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(secretDialog(page)).toBeVisible()
}

export async function saySaved(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have saved the secret' }).click()
}

/** A client's row in the list. */
export function rowOfClient(page: Page, name: string): Locator {
  return page.getByRole('table', { name: 'API clients' }).getByRole('row', { name })
}

/** What the curl line of the dialog does: the answer's status, and the token of a good one. */
export async function askForToken(line: string): Promise<{ status: number; token: string | undefined }> {
  const [, credentials = '', body = '', url = ''] = /^curl -u '(.+)' -d (\S+) (\S+)$/.exec(line) ?? []
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams(body),
  })
  const { access_token: token } = await answer.json()
  return { status: answer.status, token }
}

/** The status with which SSAs are listed for whoever has this token. */
export async function listSsas(server: string | undefined, token: string | undefined): Promise<number> {
  const answer = await fetch(`${server}${SSA}`, { headers: { authorization: `Bearer ${token}` } })
  return answer.status
}
