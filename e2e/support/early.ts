import type { Page } from '@playwright/test'

export interface EarlyPage {
  /** Lets the scripts come, and those that are asked for later. */
  release: () => Promise<void>
  /** The server actions that the page has called since. */
  actions: string[]
  /** The addresses that the browser has gone to since. */
  addresses: string[]
}

/** Opens a page whose scripts are still on their way: what somebody sees who is faster than they are. */
export async function openEarly(page: Page, address: string): Promise<EarlyPage> {
  let letCome = () => {}
  const released = new Promise<void>(resolve => {
    letCome = resolve
  })
  await page.route('**/*.js', route => released.then(() => route.continue()))
  await page.goto(address, { waitUntil: 'commit' })
  const release = async () => {
    letCome()
    // Else a script that is asked for as the test ends would find the page closed.
    await page.unrouteAll({ behavior: 'wait' })
  }
  const early: EarlyPage = { release, actions: [], addresses: [] }
  page.on('request', request => {
    const action = request.headers()['next-action']
    if (action) early.actions.push(action)
    if (request.isNavigationRequest()) early.addresses.push(request.url())
  })
  return early
}
