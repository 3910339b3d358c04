import { startEmbedded } from '@/lib/database/embedded'
import { migrate } from '@/lib/database/migrate'
import { makeDataDir, serverPid } from './embedded'
import { quiet } from './log'
import type { TestDatabase } from './postgres'

/** A PostgreSQL that nobody else uses. */
export interface OwnPostgres extends TestDatabase {
  /** `kill -9`: this process, which holds the server, starts it again within seconds. */
  kill(): Promise<void>
}

/** Starts it, with a migrated, empty database. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const { path, discard } = await makeDataDir()
  const { url, stop } = await startEmbedded({ dataDir: path, log: quiet })
  await migrate({ url, log: quiet })
  return {
    url,
    async drop() {
      await stop()
      await discard()
    },
    async kill() {
      process.kill(await serverPid(path), 'SIGKILL')
    },
  }
}
