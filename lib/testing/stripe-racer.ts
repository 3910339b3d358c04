import { once } from 'node:events'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { openDatabase } from '@/lib/db'
import { receiveStripeEvent } from '@/lib/orders/stripe/receive'
import { secretsFrom } from '@/lib/secrets'

/**
 * A process of its own that takes many events of Stripe at once, as soon as it is told to. Prints what became of each.
 */
const taskSchema = z.object({
  url: z.string(),
  master: z.string(),
  deliveries: z.array(z.object({ body: z.string(), signature: z.string() })),
})

const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ''))
const { db, pool, close } = openDatabase(task.url, () => {})
const ctx: Ctx = {
  db,
  pool,
  secrets: secretsFrom(task.master),
  issuer: 'https://writ.test',
  clock: systemClock,
  requestId: 'race',
  actor: { kind: 'system', name: 'Stripe' },
  organization: null,
  address: null,
}

/** What is not taken comes again, as from Stripe. */
async function deliver(delivery: { body: string; signature: string }, more = 10): Promise<string> {
  try {
    return await receiveStripeEvent(ctx, delivery)
  } catch (error) {
    return more > 0 ? deliver(delivery, more - 1) : String(error)
  }
}

await pool.query('SELECT 1')
process.stdout.write('ready\n')
await once(process.stdin, 'data')
for (const outcome of await Promise.all(task.deliveries.map(each => deliver(each))))
  process.stdout.write(`${outcome}\n`)
await close()
process.stdin.destroy()
