import { expect, it } from 'vitest'
import { daysAfter } from '@/lib/days'
import { testWorld } from '@/lib/testing/context'
import { scansOf } from '@/lib/testing/plans'
import { runSql } from '@/lib/testing/postgres-admin'
import { forgetPaymentEvents } from './forget-events'

const world = testWorld()

it('events are known for 90 days, and the older ones are found by an index', async () => {
  const now = world.clock.now()
  const aged = (id: string, days: number) => ({ id, type: 'invoice.paid', receivedAt: daysAfter(now, -days) })
  await world.db.paymentEvent.createMany({ data: [aged('evt_new', 89), aged('evt_old', 91)] })
  expect(await forgetPaymentEvents(world.operator)).toBe(1)
  expect(await world.db.paymentEvent.findMany({ select: { id: true } })).toEqual([{ id: 'evt_new' }])

  await runSql(
    String(world.pool.options.connectionString),
    `INSERT INTO payment_event (id, type, received_at)
      SELECT 'evt_' || i, 'invoice.paid', now() - interval '1 minute' * i FROM generate_series(1, 20000) i;
    ANALYZE payment_event`,
  )
  const over = await scansOf(world.pool, {
    text: 'DELETE FROM payment_event WHERE received_at < $1',
    values: [daysAfter(now, -90)],
  })
  expect(Math.max(...over.map(({ rows }) => rows))).toBe(0)
})
