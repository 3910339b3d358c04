import { type HookCall, type HookOutcome, HookWorker } from './worker'

/** Milliseconds from the call on, waiting for a free thread and loading the module included. */
const TIME_LIMIT = 2000
/** Threads at once: hooks that loop may cost that much of the machine and no more. */
const THREADS = 2

interface Job {
  call: HookCall
  worker: HookWorker | null
  resolve(outcome: HookOutcome): void
  reject(error: Error): void
}

/** A few threads with the extension module, kept between calls. A call that overruns costs its thread. */
export class HookPool {
  private readonly waiting: Job[] = []
  private readonly workers = new Set<HookWorker>()

  constructor(private readonly path: string) {}

  /** Throws what the hook threw, or that it took more than two seconds. */
  async run(call: HookCall): Promise<HookOutcome> {
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise((resolve, reject) => {
        const job: Job = { call, worker: null, resolve, reject }
        timer = setTimeout(() => this.expire(job), TIME_LIMIT)
        this.waiting.push(job)
        this.next()
      })
    } finally {
      clearTimeout(timer)
    }
  }

  /** Gives the first that waits to a thread that is free, if there is one of either. */
  private next(): void {
    if (this.waiting.length === 0) return
    const worker = [...this.workers].find(one => !one.busy) ?? this.start()
    if (!worker) return
    const job = this.waiting.shift()
    if (job) this.work(job, worker)
  }

  private work(job: Job, worker: HookWorker): void {
    job.worker = worker
    void worker
      .call(job.call)
      .then(job.resolve, job.reject)
      .finally(() => this.next())
  }

  private start(): HookWorker | null {
    if (this.workers.size >= THREADS) return null
    const worker = new HookWorker(this.path)
    this.workers.add(worker)
    void worker.ended.then(() => {
      this.workers.delete(worker)
      this.next()
    })
    return worker
  }

  private expire(job: Job): void {
    job.reject(new Error(`It took longer than ${TIME_LIMIT / 1000} seconds.`))
    if (job.worker) job.worker.kill()
    else this.waiting.splice(this.waiting.indexOf(job), 1)
  }
}
