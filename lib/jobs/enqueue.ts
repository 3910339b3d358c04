import type { Tx } from '@/lib/db'
import { BEGINS_AFTER, type Queue, writingBoss } from './boss'

/** Writes a job in the caller's transaction: it runs if and only if that commits, in whichever server process. */
export async function enqueue(tx: Tx, queue: Queue, data: object): Promise<void> {
  await writingBoss.send(queue, data, {
    startAfter: BEGINS_AFTER[queue],
    db: {
      executeSql: async (text, values) => ({
        rows: await tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values),
      }),
    },
  })
}
