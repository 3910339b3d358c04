import type { Page } from '@playwright/test'
import type { OrgCtx } from '@/lib/context'
import { bareId, recordActions, replayAt } from '../support/actions'
import { openCard, trial } from '../support/licenses'
import { join } from '../support/people'
import { expect, test } from '../support/test'
import { startWrit, type Writ } from '../support/writ'

const START = 'Start 30 day trial'
const TRIES = 8

const trialsOf = ({ db, organization }: OrgCtx) =>
  db.license.findMany({ where: { organizationId: organization.id, kind: 'TRIAL' } })

/** Asks for the trial on the page, up to the last question. */
async function ask(page: Page, ctx: OrgCtx) {
  const card = await openCard(page, ctx)
  await card.getByRole('button', { name: START }).click()
  return page.getByRole('dialog', { name: START })
}

test('the trial says what it gives and that it is once only, and ends at an exact moment', async ({
  page,
  expectAccessible,
  mine: ctx,
}) => {
  const dialog = await ask(page, ctx)
  await expect(dialog).toContainText('30 days and 1,000 monthly active users')
  await expect(dialog).toContainText('Once only')
  await expect(dialog).toContainText('UTC')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: START })).toBeFocused()
  expect(await trialsOf(ctx)).toEqual([])

  await page.getByRole('button', { name: START }).click()
  await dialog.getByRole('button', { name: START }).click()
  const card = page.getByRole('region', { name: 'Flex License' })
  await expect(card.getByText('30 days left')).toBeVisible()
  await expect(page.getByRole('button', { name: START })).toHaveCount(0)
  const [made] = await trialsOf(ctx)
  const { validFrom, validUntil } = made ?? { validFrom: new Date(), validUntil: new Date() }
  expect(validUntil.getTime() - validFrom.getTime()).toBe(30 * 24 * 60 * 60 * 1000)
  await expect(card.getByText(`${validUntil.toISOString().slice(0, 19).replace('T', ' ')} UTC`)).toBeVisible()
})

test('two tabs and many clicks at once start one trial', async ({ page, context, mine: ctx }) => {
  const tabs = [page, await context.newPage()]
  const dialogs = await Promise.all(tabs.map(tab => ask(tab, ctx)))
  await Promise.all(dialogs.map(dialog => dialog.getByRole('button', { name: START }).dblclick()))
  for (const tab of tabs)
    await expect(tab.getByRole('region', { name: 'Flex License' }).getByText('30 days left')).toBeVisible()
  expect(await trialsOf(ctx)).toHaveLength(1)
})

test.describe('two servers', () => {
  test.use({ allowedComplaints: [/ERR_FAILED/] })
  let second: Writ
  test.afterEach(() => second.stop())

  test('start one trial of a person, and one of each organization', async ({
    page,
    mine,
    theirs,
    installation,
  }) => {
    await join(theirs, mine, 'ADMIN')
    const sample = await capture(page, mine)
    second = await startWrit(installation.settings)
    const servers = [mine.issuer, second.url]
    const race = (target: OrgCtx) =>
      servers.flatMap(server =>
        Array.from({ length: TRIES }, async () => {
          const exchange = { [bareId(mine)]: bareId(target) }
          return (await replayAt(page.request, sample, { exchange, server })).text()
        }),
      )
    const answers = await Promise.all([mine, theirs].flatMap(race))
    const trials = [...(await trialsOf(mine)), ...(await trialsOf(theirs))]
    expect(trials).toHaveLength(1)
    const told = answers.filter(answer => answer.includes(trials[0]?.key ?? 'none'))
    expect(told, 'answers to whoever asked for the organization that won').toHaveLength(2 * TRIES)
    const refused = answers.filter(answer => answer.includes('This account has already used its free trial'))
    expect(refused, 'answers to whoever asked for the other one').toHaveLength(2 * TRIES)
  })
})

/** The request with which the page asks for the trial, kept from the server. */
async function capture(page: Page, ctx: OrgCtx) {
  const dialog = await ask(page, ctx)
  await page.route('**/market/flex', route => route.abort())
  const [sample] = await recordActions(page, async () => {
    await dialog.getByRole('button', { name: START }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
  })
  if (!sample) throw new Error('no request was recorded')
  return sample
}

test('whoever has had the trial elsewhere is told so, and offered the other ways', async ({
  page,
  mine,
  theirs,
}) => {
  await join(theirs, mine, 'ADMIN')
  await trial(mine)
  const card = await openCard(page, theirs)
  await expect(card.getByText('TRIAL_USED_BY_ACCOUNT')).toBeVisible()
  await expect(card.getByText('This account has already used its free trial')).toBeVisible()
  await expect(card.getByRole('link', { name: 'Subscribe' })).toBeVisible()
  await expect(card.getByRole('button', { name: START })).toHaveCount(0)
})

test('a trial that somebody started meanwhile is shown, and not started again', async ({
  page,
  mine: ctx,
}) => {
  const dialog = await ask(page, ctx)
  const { key } = await trial(ctx)
  await dialog.getByRole('button', { name: START }).click()
  await expect(page.getByRole('region', { name: 'Flex License' }).getByText(key)).toBeVisible()
  expect(await trialsOf(ctx)).toHaveLength(1)
})
