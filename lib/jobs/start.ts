import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import type { Ctx } from '@/lib/context'
import { mailWorker } from '@/lib/email/worker'
import { faultOf, log } from '@/lib/log'
import { priceWorker } from '@/lib/orders/stripe/keep-price-later'
import { contextOf, type Runtime } from '@/lib/runtime'
import { bossOn } from './boss'
import { sweep } from './sweep'
import { type Worker, workOn } from './work'

const SECOND = 1000
const HOUR = 3600 * SECOND
/** How long `stop` waits for the jobs at hand; what is cut off is tried again after its expiry. */
const PATIENCE = 3 * SECOND

export interface Jobs {
  /** Takes no more jobs and waits up to three seconds for those at hand. */
  stop(): Promise<void>
}

/** Starts working on the queues in this process; call it in every server process, never in the command line. */
export async function startJobs(runtime: Runtime): Promise<Jobs> {
  const boss = bossOn(runtime.pool)
  boss.on('error', error => log.error(faultOf(error), 'maintenance of the job queue failed'))
  await boss.start()
  await askForSweep(boss)
  const stopping = new AbortController()
  const loops = workersOf(runtime).map(worker => workOn(boss, worker, stopping.signal))
  const timer = setInterval(() => void askForSweep(boss), HOUR)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await Promise.race([Promise.allSettled(loops), delay(PATIENCE, undefined, { ref: false })])
      await boss.stop({ graceful: false })
    },
  }
}

function workersOf(runtime: Runtime): Worker[] {
  return [
    mailWorker(runtime.secrets),
    priceWorker(() => systemCtx(runtime, 'Stripe')),
    { queue: 'sweep', every: 60 * SECOND, done: 'keep', run: () => sweep(systemCtx(runtime, 'sweep')) },
  ]
}

/** At most one sweep a day, however many processes ask. */
async function askForSweep(boss: PgBoss): Promise<void> {
  try {
    await boss.send('sweep', {}, { singletonHours: 24 })
  } catch (error) {
    log.warn(faultOf(error), 'the daily sweep could not be queued')
  }
}

function systemCtx(runtime: Runtime, name: string): Ctx {
  return {
    ...contextOf(runtime, { requestId: randomUUID(), address: null }),
    actor: { kind: 'system', name },
    organization: null,
  }
}
