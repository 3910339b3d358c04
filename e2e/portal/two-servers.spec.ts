import type { APIRequestContext, Page, Request } from '@playwright/test'
import { replayAt } from '../support/actions'
import { expect, test } from '../support/test'
import { startWrit, type Writ } from '../support/writ'

const TRIES_PER_SERVER = 5
let second: Writ

test.afterEach(() => second.stop())

test('two servers on one database never let two live SSAs of one name exist', async ({
  page,
  signIn,
  newPerson,
  installation,
  baseURL,
}) => {
  second = await startWrit(installation.settings)
  await signIn(newPerson())
  const sample = await createOne(page, 'Captured')
  const names = Array.from({ length: 10 }, (_, n) => `Contested ${n}`)
  const servers = [new URL(baseURL ?? '').origin, second.url]
  const answers = await Promise.all(
    names.flatMap(name =>
      servers.flatMap(server =>
        Array.from({ length: TRIES_PER_SERVER }, () => repeat(page.request, sample, { server, name })),
      ),
    ),
  )
  expect(answers.filter(answer => answer.includes('already has this name'))).toHaveLength(90)
  const live = await installation.db.ssa.groupBy({
    by: ['softwareId'],
    where: { softwareId: { in: names }, organizationId: organizationOf(page), status: 'ACTIVE' },
    _count: true,
  })
  expect(live.map(({ softwareId, _count }) => [softwareId, _count]).sort()).toEqual(
    names.map(name => [name, 1]),
  )
})

/** Creates an SSA on the first server, and gives the request that the browser sent for it. */
async function createOne(page: Page, name: string): Promise<Request> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Create New SSA' }).first().click()
  await page.getByLabel('Software Name').fill(name)
  const sent = page.waitForRequest(
    request => request.method() === 'POST' && 'next-action' in request.headers(),
  )
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  return sent
}

/** The same server action for another name. */
async function repeat(
  api: APIRequestContext,
  sample: Request,
  { server, name }: { server: string; name: string },
) {
  const answer = await replayAt(api, sample, { exchange: { Captured: name }, server })
  expect(answer.status()).toBe(200)
  return answer.text()
}

function organizationOf(page: Page): string {
  return decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '')
}
