import { once } from 'node:events'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import type { Ctx, OrgCtx } from '@/lib/context'
import { noteLicenseCall } from '@/lib/credits/license-calls'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { openDatabase } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { writeGathered } from '@/lib/gathered'
import { secretsFrom } from '@/lib/secrets'
import { debit, platformClient } from './credits'

/** A process of its own that does one thing with credits many times at once, as soon as it is told to; a line for each. */
const taskSchema = z.object({
  url: z.string(),
  master: z.string(),
  what: z.enum(['sign-up', 'debit', 'license-calls']),
  organizationIds: z.array(z.string()),
  times: z.int(),
  product: z.string().default('supergluu'),
  /** The client of every debit, and its one key; absent: another client and key for each. */
  clientId: z.string().optional(),
  key: z.string().optional(),
})

const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ''))
const { db, pool, close } = openDatabase(task.url, () => {})

const base: Ctx = {
  actor: { kind: 'user', accountId: 'racer', name: 'Racer', role: 'OWNER' },
  organization: null,
  db,
  pool,
  secrets: secretsFrom(task.master),
  issuer: 'https://writ.test',
  clock: systemClock,
  requestId: 'race',
  address: null,
}

const inside = (id: string): OrgCtx => ({ ...base, organization: { id, name: id } })

async function doOnce(id: string): Promise<string> {
  if (task.what === 'sign-up') return String((await signUpForCredits(inside(id))).balance)
  const client = platformClient(base)
  if (task.clientId) client.actor.clientId = task.clientId
  if (task.what === 'debit') {
    const { transactionId } = await debit(client, inside(id), { product: task.product }, task.key)
    return transactionId
  }
  // One write for all, in this process' own order.
  for (const each of task.organizationIds)
    noteLicenseCall({ ...client, organization: { id: each, name: each } }, 'isActive')
  await writeGathered(db)
  return 'noted'
}

async function outcome(id: string): Promise<string> {
  try {
    return await doOnce(id)
  } catch (error) {
    return error instanceof AppError ? (error.reason ?? error.code) : String(error)
  }
}

// Every connection is open before the start, else the first to open would have done all there is to do.
const connections = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
for (const connection of connections) connection.release()
process.stdout.write('ready\n')
await once(process.stdin, 'data')
const ids = Array.from(
  { length: task.times },
  (_, n) => task.organizationIds[n % task.organizationIds.length] ?? '',
)
for (const line of await Promise.all(ids.map(outcome))) process.stdout.write(`${line}\n`)
await close()
process.stdin.destroy()
