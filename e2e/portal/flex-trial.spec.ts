import type { Page } from '@playwright/test'
import type { OrgCtx } from '@/lib/context'
import { recordActions, replayAt } from '../support/actions'
import { openCard, trial } from '../support/licenses'
import { addMember, homeOf } from '../support/organizations'
import { contextOf } from '../support/ssa'
import { expect, test } from '../support/test'
import { startWrit } from '../support/writ'

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
  signIn,
  newPerson,
  installation,
  expectAccessible,
}) => {
  const person = newPerson()
  await signIn(person)
  const ctx = await contextOf(installation, person)
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

test('two tabs and many clicks at once start one trial', async ({
  page,
  context,
  signIn,
  newPerson,
  installation,
}) => {
  const person = newPerson()
  await signIn(person)
  const ctx = await contextOf(installation, person)
  const tabs = [page, await context.newPage()]
  const dialogs = await Promise.all(tabs.map(tab => ask(tab, ctx)))
  await Promise.all(dialogs.map(dialog => dialog.getByRole('button', { name: START }).dblclick()))
  for (const tab of tabs)
    await expect(tab.getByRole('region', { name: 'Flex License' }).getByText('30 days left')).toBeVisible()
  expect(await trialsOf(ctx)).toHaveLength(1)
})

test('two servers on one database start one trial, for the organization and for the person', async ({
  page,
  signIn,
  newPerson,
  installation,
}) => {
  const second = await startWrit(installation.settings)
  try {
    const person = newPerson()
    await signIn(person)
    const sample = await capture(page, await contextOf(installation, person))
    // Somebody else, of two organizations, with every request sent to both servers many times.
    const racer = newPerson('racer')
    await page.context().clearCookies()
    await signIn(racer)
    const own = await contextOf(installation, racer)
    const other = newPerson('other')
    await signIn(other)
    const theirs = await homeOf(installation, other)
    await signIn(racer)
    await addMember(installation, theirs, { email: racer.email, role: 'ADMIN' })
    const servers = [new URL(sample.url()).origin, second.url]
    const targets = [own.organization.id, theirs.id]
    const from = bare(decodeURIComponent(new URL(sample.url()).pathname.split('/')[2] ?? ''))
    const answers = await Promise.all(
      targets.flatMap(id =>
        servers.flatMap(server =>
          Array.from({ length: TRIES }, async () => {
            const answer = await replayAt(page.request, sample, { exchange: { [from]: bare(id) }, server })
            return answer.text()
          }),
        ),
      ),
    )
    const trials = await installation.db.license.findMany({
      where: { organizationId: { in: targets }, kind: 'TRIAL' },
    })
    expect(trials).toHaveLength(1)
    const told = answers.filter(answer => answer.includes(trials[0]?.key ?? 'none'))
    expect(told, 'whoever asked for the organization that won').toHaveLength(servers.length * TRIES)
    const refused = answers.filter(answer => answer.includes('This account has already used its free trial'))
    expect(refused, 'whoever asked for the other one').toHaveLength(servers.length * TRIES)
  } finally {
    await second.stop()
  }
})

/** An organization's id without its prefix: what follows is the same however the colon is written. */
const bare = (id: string) => id.split(':').at(-1) ?? ''

/** Starts a trial on the page, and gives the request that the browser sent for it. */
async function capture(page: Page, ctx: OrgCtx) {
  const dialog = await ask(page, ctx)
  const [sample] = await recordActions(page, async () => {
    await dialog.getByRole('button', { name: START }).click()
    await expect(page.getByText('30 days left')).toBeVisible()
  })
  if (!sample) throw new Error('no request was recorded')
  return sample
}

test('whoever has had the trial elsewhere is told so, and offered the other ways', async ({
  page,
  signIn,
  newPerson,
  installation,
}) => {
  const [person, owner] = [newPerson(), newPerson('owner')]
  await signIn(owner)
  const theirs = await contextOf(installation, owner)
  await signIn(person)
  await addMember(
    installation,
    { ...theirs.organization, path: rest => rest },
    { email: person.email, role: 'ADMIN' },
  )
  await trial(await contextOf(installation, person))
  const card = await openCard(page, theirs)
  await expect(card.getByText('TRIAL_USED_BY_ACCOUNT')).toBeVisible()
  await expect(card.getByText('This account has already used its free trial')).toBeVisible()
  await expect(card.getByRole('link', { name: 'Subscribe' })).toBeVisible()
  await expect(card.getByRole('button', { name: START })).toHaveCount(0)
})

test('a trial that somebody started meanwhile is shown, and not started again', async ({
  page,
  signIn,
  newPerson,
  installation,
}) => {
  const person = newPerson()
  await signIn(person)
  const ctx = await contextOf(installation, person)
  const dialog = await ask(page, ctx)
  const { key } = await trial(ctx)
  await dialog.getByRole('button', { name: START }).click()
  await expect(page.getByRole('region', { name: 'Flex License' }).getByText(key)).toBeVisible()
  expect(await trialsOf(ctx)).toHaveLength(1)
})
