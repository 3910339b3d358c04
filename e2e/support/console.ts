import type { BrowserContext } from '@playwright/test'

/** Collects what a page should never say: errors in its console, exceptions, breaches of its own CSP. */
export function listenToConsole(context: BrowserContext, allowed: readonly RegExp[]): string[] {
  const complaints: string[] = []
  const complain = (text: string) => {
    if (!allowed.some(pattern => pattern.test(text))) complaints.push(text)
  }
  context.on('console', message => {
    if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', error => complain(String(error.error())))
  return complaints
}
