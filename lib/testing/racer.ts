import { once } from 'node:events'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import type { OrgCtx } from '@/lib/context'
import { openDatabase } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { activateLicense } from '@/lib/licenses/activate'
import { startTrial } from '@/lib/licenses/start-trial'
import { markOrderPaid } from '@/lib/orders/staff'
import { secretsFrom } from '@/lib/secrets'
import { LICENSE_SCOPE } from './licensing'

/**
 * A process of its own that runs one verb many times at once, as soon as it is told to. Prints the key of each license
 * or the reason of each refusal.
 */
const taskSchema = z.object({
  url: z.string(),
  master: z.string(),
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

const task = taskSchema.parse(JSON.parse(process.argv[2] ?? ''))
const { db, pool, close } = openDatabase(task.url, () => {})
const secrets = secretsFrom(task.master)

function ctxOf({ organizationId: id, clientId, accountId = '' }: Run): OrgCtx {
  const base = { db, pool, secrets, issuer: 'https://writ.test', clock: systemClock, requestId: 'race' }
  const actor: OrgCtx['actor'] = clientId
    ? { kind: 'client', clientId, name: clientId, scopes: [LICENSE_SCOPE] }
    : { kind: 'user', accountId, name: 'Racer', role: 'OWNER' }
  return { ...base, actor, organization: { id, name: id }, address: null }
}

async function settle(ctx: OrgCtx, number: number): Promise<string> {
  const actor = { kind: 'system' as const, name: 'Racer' }
  const paid = { number, reference: 'Race', paidAt: systemClock.now() }
  return (await markOrderPaid({ ...ctx, actor }, paid)).status
}

async function race(run: Run): Promise<string> {
  const ctx = ctxOf(run)
  const { organizationId: hardwareId, licenseKey, orderNumber } = run
  try {
    if (orderNumber !== undefined) return await settle(ctx, orderNumber)
    const license = licenseKey
      ? await activateLicense(ctx, { licenseKey, hardwareId })
      : await startTrial(ctx, { productCode: 'adminui001' })
    return license.key
  } catch (error) {
    return error instanceof AppError ? (error.reason ?? error.code) : String(error)
  }
}

await pool.query('SELECT 1')
process.stdout.write('ready\n')
await once(process.stdin, 'data')
for (const outcome of await Promise.all(task.runs.map(race))) process.stdout.write(`${outcome}\n`)
await close()
process.stdin.destroy()
