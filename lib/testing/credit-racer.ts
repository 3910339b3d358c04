import { z } from 'zod'
import type { Ctx, OrgCtx } from '@/lib/context'
import { noteLicenseCall } from '@/lib/credits/license-calls'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { writeGathered } from '@/lib/gathered'
import { debit, platformClient } from './credits'
import { racing, racingSchema } from './racing'

/** One thing done with credits, many times at once. */
const taskSchema = racingSchema.extend({
  what: z.enum(['sign-up', 'debit', 'license-calls']),
  organizationIds: z.array(z.string()),
  times: z.int(),
  product: z.string().default('supergluu'),
  /** The client of every debit, and its one key; absent: another client and key for each. */
  clientId: z.string().optional(),
  key: z.string().optional(),
})
type Task = z.output<typeof taskSchema>

async function once(base: Ctx, task: Task, id: string): Promise<string> {
  const inside: OrgCtx = { ...base, organization: { id, name: id } }
  if (task.what === 'sign-up') return String((await signUpForCredits(inside)).balance)
  const client = platformClient(base)
  if (task.clientId) client.actor.clientId = task.clientId
  if (task.what === 'debit') {
    const { transactionId } = await debit(client, inside, { product: task.product, key: task.key })
    return transactionId
  }
  // One write for all, in this process' own order.
  for (const each of task.organizationIds)
    noteLicenseCall({ ...client, organization: { id: each, name: each } }, 'isActive')
  await writeGathered(base.db)
  return 'noted'
}

await racing(taskSchema, (task, system) => {
  const person: Ctx = {
    ...system,
    actor: { kind: 'user', accountId: 'racer', name: 'Racer', role: 'OWNER' },
  }
  return Array.from({ length: task.times }, (_, n) => {
    const id = task.organizationIds[n % task.organizationIds.length] ?? ''
    return () => once(person, task, id)
  })
})
