import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDataDirectory } from '../data-directory'
import { explainFileError, readOrMakeSecret } from './files'

/** One PostgreSQL data directory, and what it takes to talk to its server. */
export interface Cluster {
  dataDir: string
  /** PostgreSQL's own directory, as a real path. */
  folder: string
  password: string
  logFile: string
  /** Off only for tests: a crash may then lose data, and more connections are let in. */
  durable: boolean
}

export const USER = 'writ'
export const DATABASE = 'writ'

/** Makes the data directory and the database's password where they are missing. Throws StartError. */
export async function openCluster(path: string, durable: boolean): Promise<Cluster> {
  await makeDataDirectory(path)
  try {
    const dataDir = await realpath(path)
    const password = await readOrMakeSecret(join(dataDir, 'postgres.password'))
    return {
      dataDir,
      folder: join(dataDir, 'postgres'),
      password,
      logFile: join(dataDir, 'postgres.log'),
      durable,
    }
  } catch (error) {
    throw explainFileError(error, path)
  }
}
