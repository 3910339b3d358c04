import { systemClock } from '@/lib/clock'
import { checkConnection } from '@/lib/database/connect-check'
import { makeDataDirectory } from '@/lib/database/data-directory'
import { startEmbedded } from '@/lib/database/embedded'
import { migrate } from '@/lib/database/migrate'
import { openDatabase } from '@/lib/db'
import type { Env } from '@/lib/env'
import { ensureKeys } from '@/lib/keys/ensure'
import { faultOf, type Log, log as programLog } from '@/lib/log'
import { type Runtime, setRuntime } from '@/lib/runtime'
import { assertRightSecret, loadSecrets } from './master-secret'

/** Opens (or starts) the database, migrates it, loads secrets and keys. Throws StartError with one sentence. */
export async function openRuntime(env: Env, log: Log): Promise<Runtime> {
  const { url, stop } = await databaseOf(env, log)
  const database = openDatabase(url, error =>
    programLog.warn(faultOf(error), 'a database connection was lost'),
  )
  const close = async () => {
    await database.close()
    await stop()
  }
  try {
    await migrate({ url, log })
    const secrets = await loadSecrets(env)
    await assertRightSecret(database.db, secrets)
    await ensureKeys(database.db, secrets)
    const opened = { ...database, secrets, issuer: env.WRIT_URL, clock: systemClock, close }
    setRuntime(opened)
    return opened
  } catch (error) {
    await close()
    throw error
  }
}

async function databaseOf(env: Env, log: Log): Promise<{ url: string; stop: () => Promise<void> }> {
  if (!env.DATABASE_URL) return startEmbedded({ dataDir: env.WRIT_DATA, log })
  await makeDataDirectory(env.WRIT_DATA)
  await checkConnection(env.DATABASE_URL)
  return { url: env.DATABASE_URL, stop: async () => {} }
}
