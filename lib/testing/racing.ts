import { once } from 'node:events'
import { z } from 'zod'
import { systemClock } from '@/lib/clock'
import type { Ctx } from '@/lib/context'
import { openDatabase } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { secretsFrom } from '@/lib/secrets'
import { PATIENT } from './patient'

/** What `race` tells every program: the database, and the master secret. */
export const racingSchema = z.object({ url: z.string(), master: z.string() })

/**
 * The whole of a program that `race` runs: does what `runs` gives at once, as soon as it is told to, as nobody in
 * particular. Prints what each comes to: a text, or the reason why it was refused.
 */
export async function racing<Task extends z.output<typeof racingSchema>>(
  schema: z.ZodType<Task>,
  runs: (task: Task, system: Ctx) => (() => Promise<string>)[],
): Promise<void> {
  const task = schema.parse(JSON.parse(process.argv[2] ?? ''))
  const { db, pool, close } = openDatabase(task.url, () => {}, PATIENT)
  const started = runs(task, {
    actor: { kind: 'system', name: 'Racer' },
    organization: null,
    db,
    pool,
    secrets: secretsFrom(task.master),
    issuer: 'https://writ.test',
    clock: systemClock,
    requestId: 'race',
    address: null,
  })
  // Every connection is open before the start, else the first to open would have done all there is to do.
  const connections = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  for (const connection of connections) connection.release()
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  for (const line of await Promise.all(started.map(outcome))) process.stdout.write(`${line}\n`)
  await close()
  process.stdin.destroy()
}

async function outcome(run: () => Promise<string>): Promise<string> {
  try {
    return await run()
  } catch (error) {
    return error instanceof AppError ? (error.reason ?? error.code) : String(error)
  }
}
