import { z } from 'zod'
import type { Ctx, OrgCtx } from '@/lib/context'
import { activateLicense } from '@/lib/licenses/activate'
import { startTrial } from '@/lib/licenses/start-trial'
import { markOrderPaid } from '@/lib/orders/staff'
import { LICENSE_SCOPE } from './licensing'
import { racing, racingSchema } from './racing'

/** Trials, activations and payments, many at once. Prints the key of each license, or the status of each order. */
const taskSchema = racingSchema.extend({
  /** Each runs once: as this client or this person, in this organization. */
  runs: z.array(
    z.object({
      organizationId: z.string(),
      clientId: z.string().optional(),
      accountId: z.string().optional(),
      /** Activates this key; absent: asks for a trial. */
      licenseKey: z.string().optional(),
      /** Marks this order paid, as the system may. */
      orderNumber: z.int().optional(),
    }),
  ),
})
type Run = z.output<typeof taskSchema>['runs'][number]

function ctxOf(system: Ctx, { organizationId: id, clientId, accountId = '' }: Run): OrgCtx {
  const actor: OrgCtx['actor'] = clientId
    ? { kind: 'client', clientId, name: clientId, scopes: [LICENSE_SCOPE] }
    : { kind: 'user', accountId, name: 'Racer', role: 'OWNER' }
  return { ...system, actor, organization: { id, name: id } }
}

async function once(system: Ctx, run: Run): Promise<string> {
  const { organizationId: hardwareId, licenseKey, orderNumber: number } = run
  if (number !== undefined) {
    const paid = { number, reference: 'Race', paidAt: system.clock.now() }
    return (await markOrderPaid(system, paid)).status
  }
  const ctx = ctxOf(system, run)
  const license = licenseKey
    ? await activateLicense(ctx, { licenseKey, hardwareId })
    : await startTrial(ctx, { productCode: 'adminui001' })
  return license.key
}

await racing(taskSchema, ({ runs }, system) => runs.map(run => () => once(system, run)))
