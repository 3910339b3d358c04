import { z } from 'zod'
import type { OrgCtx } from '@/lib/context'
import { changePlan } from '@/lib/orders/change-plan'
import { racing, racingSchema } from './racing'

/** A change of plan in a process of its own. Prints the code of a refusal, or nothing. */
const taskSchema = racingSchema.extend({
  organizationId: z.string(),
  accountId: z.string(),
  planCode: z.string(),
})

await racing(taskSchema, ({ organizationId: id, accountId, planCode }, system) => {
  const actor: OrgCtx['actor'] = { kind: 'user', accountId, name: 'Changer', role: 'OWNER' }
  const ctx: OrgCtx = { ...system, actor, organization: { id, name: id } }
  return [async () => (await changePlan(ctx, { planCode, interval: 'MONTH', agreed: 0 })).url ?? '']
})
