import { type BrowserContext, test as base, expect } from '@playwright/test'
import { createSignInLink } from '@/lib/accounts/sign-in-link'
import { expectAccessible } from './accessible'
import { listenToConsole } from './console'
import { type Installation, openInstallation } from './installation'
import { newPerson, type Owner, ownerOf, type Person } from './people'
import { startWrit, type Writ } from './writ'

interface Options {
  /** Console errors that this test provokes, such as `/404/` for a page that is not there. */
  allowedComplaints: RegExp[]
}

interface Fixtures extends Options {
  /** Somebody nobody has seen before, with a mailbox of their own. */
  newPerson: (name?: string) => Person
  /** Signs the browser in, the quick way: makes the account if need be, and spends a link without mail or pages. */
  signIn: (who: Person | string, context?: BrowserContext) => Promise<void>
  /** A second browser, with cookies of its own. Watched like the first, and closed at the end. */
  newBrowser: () => Promise<BrowserContext>
  /** Somebody signed in in this browser: the owner of an organization of their own. */
  mine: Owner
  /** The same of somebody else, in a browser of their own. */
  theirs: Owner
  expectAccessible: typeof expectAccessible
}

interface WorkerFixtures {
  /** The installation under test, for what a test must arrange or look at behind the screens. */
  installation: Installation
  /** Another server process of it, that says it is the same. */
  second: Writ
}

/** The test of every journey: a page that complains in its console fails it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  allowedComplaints: [[], { option: true }],
  baseURL: async ({}, use) => use(process.env.E2E_URL),
  installation: [
    async ({}, use) => {
      const installation = openInstallation()
      await use(installation)
      await installation.close()
    },
    { scope: 'worker' },
  ],
  second: [
    async ({ installation: { settings, ctx } }, use) => {
      const second = await startWrit({ ...settings, WRIT_URL: ctx.issuer })
      await use(second)
      await second.stop()
    },
    { scope: 'worker' },
  ],
  context: async ({ context, allowedComplaints }, use) => {
    const complaints = listenToConsole(context, allowedComplaints)
    await use(context)
    expect(complaints, 'complaints in the console').toEqual([])
  },
  newBrowser: async ({ browser, baseURL, allowedComplaints }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL })
      opened.push({ context, complaints: listenToConsole(context, allowedComplaints) })
      return context
    })
    for (const { context, complaints } of opened) {
      await context.close()
      expect(complaints, 'complaints in the console of another browser').toEqual([])
    }
  },
  newPerson: async ({}, use) => use(name => newPerson(name)),
  signIn: async ({ installation, context, baseURL }, use) => {
    await use(async (who, target = context) => {
      const email = typeof who === 'string' ? who : who.email
      const link = new URL(await createSignInLink(installation.ctx, { email }))
      const answer = await target.request.post('/api/auth/callback/email', {
        form: Object.fromEntries(link.searchParams),
        headers: { origin: baseURL ?? '' },
        maxRedirects: 0,
      })
      expect(answer.headers().location, `signing in as ${email}`).toBe(`${baseURL}/`)
    })
  },
  mine: async ({ installation, signIn, context }, use) => {
    const person = newPerson()
    await signIn(person)
    await use(await ownerOf(installation, person, context))
  },
  theirs: async ({ installation, signIn, newBrowser }, use) => {
    const [person, browser] = [newPerson('grace'), await newBrowser()]
    await signIn(person, browser)
    await use(await ownerOf(installation, person, browser))
  },
  expectAccessible: async ({}, use) => use(expectAccessible),
})

export type { Owner, Person }
export { expect }
