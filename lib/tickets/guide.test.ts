import { expect, it } from 'vitest'
import type { Ctx } from '@/lib/context'
import { testWorld } from '@/lib/testing/context'
import { tableIn } from '@/lib/testing/guide'
import { queuedMails } from '@/lib/testing/mail'
import { personOf } from '@/lib/testing/people'
import { newStaff, opened } from '@/lib/testing/tickets'
import { answerTicket } from './answer'
import { assignTicket } from './assign'
import { closeTicket, closeTicketForStaff } from './close'
import { noteOnTicket } from './note'
import { replyToTicket } from './reply'
import type { SeenTicket } from './schema'

const world = testWorld()

interface Sides {
  customer: Ctx
  staff: Ctx
  /** The account of staff. */
  accountId: string
  seen: SeenTicket
}

/** What the guide says that may happen, done. */
const HAPPENINGS: Record<string, (sides: Sides) => Promise<unknown>> = {
  'the customer writes': ({ customer, seen }) => replyToTicket(customer, { ...seen, text: 'Still broken.' }),
  'the customer closes it': ({ customer, seen }) => closeTicket(customer, seen),
  'staff answer': ({ staff, seen }) => answerTicket(staff, { ...seen, text: 'Wait.', status: 'WAITING' }),
  'staff close it without an answer': ({ staff, seen }) => closeTicketForStaff(staff, seen),
  'a ticket is assigned': ({ staff, accountId, seen: { number } }) =>
    assignTicket(staff, { number, to: accountId, from: null }),
  'a note is saved': ({ staff, seen: { number } }) => noteOnTicket(staff, { number, text: 'They pay late.' }),
}

it('mails whom the guide names, for everything that happens to a ticket', async () => {
  const staff = await newStaff(world, 'OPERATOR')
  const customer = await world.newOrganization()
  const { email } = await personOf(customer)
  const countMails = async () => ({
    staff: (await queuedMails(customer, staff.email)).length,
    'the customer': (await queuedMails(customer, email)).length,
  })
  const mailedBy = async (happening: () => Promise<unknown>) => {
    const before = await countMails()
    await happening()
    const after = await countMails()
    const mailed = (['staff', 'the customer'] as const).filter(side => after[side] > before[side])
    return mailed.join(', ') || 'nobody'
  }
  const found = [['a ticket is opened', await mailedBy(() => opened(customer))]]
  for (const [name, happen] of Object.entries(HAPPENINGS)) {
    const seen = await (await opened(customer)).seen()
    const sides = { customer, staff: staff.ctx, accountId: staff.accountId, seen }
    found.push([name, await mailedBy(() => happen(sides))])
  }
  const told = await tableIn('docs/guides/tickets.md', 'what happens')
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(found))
})
