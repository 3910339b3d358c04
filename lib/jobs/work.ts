import { setTimeout as delay } from 'node:timers/promises'
import type PgBoss from 'pg-boss'
import { faultOf, log } from '@/lib/log'
import type { Queue } from './boss'

/** What is done with the jobs of one queue. `run` may run twice for one job when a process dies in between. */
export interface Worker {
  queue: Queue
  /** Milliseconds between looks at an empty queue. */
  every: number
  /** What becomes of a done job: `delete` takes its payload away, `keep` lets it throttle its successors. */
  done: 'delete' | 'keep'
  run(data: unknown, id: string): Promise<void>
}

/** A job that failed for good: trying again cannot help. */
export class HopelessJob extends Error {
  override readonly name = 'HopelessJob'
}

type Job = PgBoss.JobWithMetadata<unknown>

/** Works until `signal` aborts, then finishes the jobs at hand. */
export async function workOn(boss: PgBoss, worker: Worker, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // An unreachable database looks like an empty queue here.
    const jobs = await boss.fetch(worker.queue, { batchSize: 5, includeMetadata: true })
    await Promise.all(jobs.map(job => runJob(boss, worker, job)))
    if (jobs.length === 0) await delay(worker.every, undefined, { signal }).catch(() => {})
  }
}

async function runJob(boss: PgBoss, worker: Worker, job: Job): Promise<void> {
  try {
    try {
      await worker.run(job.data, job.id)
      await (worker.done === 'keep' ? boss.complete(job.name, job.id) : boss.deleteJob(job.name, job.id))
    } catch (error) {
      await failed(boss, job, error)
    }
  } catch (error) {
    // The database went away: the job stays active until it expires, and is tried again then.
    log.error(
      { ...faultOf(error), queue: worker.queue, job: job.id },
      'the outcome of a job could not be kept',
    )
  }
}

async function failed(boss: PgBoss, job: Job, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : 'unknown'
  const facts = { queue: job.name, job: job.id, attempt: job.retryCount + 1, reason }
  if (error instanceof HopelessJob || job.retryCount >= job.retryLimit) {
    log.error(facts, 'a job failed for good')
    await boss.deleteJob(job.name, job.id)
    return
  }
  log.warn(facts, 'a job failed and will be tried again')
  await boss.fail(job.name, job.id, { reason })
}
