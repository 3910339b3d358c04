import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { WORKER_CODE } from './worker-code'

/** The exports of an extension module that are called. */
export type HookName = 'create' | 'get' | 'revoke'

export interface HookCall {
  name: HookName
  /** What the hook may change; plain data. */
  subject: unknown
  context: object
}

const outcomeSchema = z.object({ returned: z.unknown(), subject: z.unknown() })
/** What the hook returned, and its first argument as it left it. */
export type HookOutcome = z.output<typeof outcomeSchema>

const answerSchema = z.union([z.object({ done: outcomeSchema }), z.object({ failed: z.string() })])

/** Megabytes: enough for a list of many statements, too little to starve the server. */
const MEMORY = 128

/** One worker thread with the module loaded; runs one call at a time. */
export class HookWorker {
  busy = false
  private readonly thread: Worker
  /** Settles once the thread is over, for whatever reason. */
  readonly ended: Promise<string>

  constructor(path: string) {
    this.thread = new Worker(WORKER_CODE, {
      eval: true,
      workerData: pathToFileURL(path).href,
      // The server's own loaders are not the module's.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    })
    this.thread.unref()
    this.ended = new Promise(resolve => {
      this.thread.once('error', error => resolve(error.message))
      this.thread.once('exit', code => resolve(`The worker thread ended with code ${code}.`))
    })
  }

  /** Throws what the hook threw, or that the thread ended. */
  async call(call: HookCall): Promise<HookOutcome> {
    this.busy = true
    try {
      const answered = new Promise(resolve => this.thread.once('message', resolve))
      this.thread.postMessage(call)
      const ended = this.ended.then(reason => ({ failed: reason }))
      const answer = answerSchema.parse(await Promise.race([answered, ended]))
      if ('failed' in answer) throw new Error(answer.failed)
      return answer.done
    } finally {
      this.busy = false
    }
  }

  /** Stops the thread, also out of an endless loop. */
  kill(): void {
    void this.thread.terminate()
  }
}
