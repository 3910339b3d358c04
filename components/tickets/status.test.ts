import { expect, it } from 'vitest'
import { tableIn } from '@/lib/testing/guide'
import { TICKET_STATUSES } from '@/lib/tickets/schema'
import { STATUS } from './status'

it('the guide to tickets has the states in the words of both sides', async () => {
  const told = await tableIn('docs/guides/tickets.md', 'state')
  expect(told.map(([customer, staff]) => [customer, staff])).toEqual(
    TICKET_STATUSES.map(status => [STATUS.customer[status].label, STATUS.staff[status].label]),
  )
})
