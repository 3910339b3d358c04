import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '@/lib/database/start-error'
import type { Db } from '@/lib/db'
import type { Env } from '@/lib/env'
import { type Secrets, secretsFrom } from '@/lib/secrets'

const PURPOSE = 'master-secret-check'

/** The master secret's keys: from `WRIT_MASTER_SECRET`, else from `<data>/master.key`, made at first start (mode 0600). */
export async function loadSecrets(env: Env): Promise<Secrets> {
  return secretsFrom(env.WRIT_MASTER_SECRET ?? (await secretFile(join(env.WRIT_DATA, 'master.key'))))
}

/** Throws StartError unless this is the secret that the database's private keys were sealed under. */
export async function assertRightSecret(db: Db, secrets: Secrets): Promise<void> {
  const sealed = secrets.seal(PURPOSE, Buffer.from('writ'))
  await db.masterSecretCheck.createMany({ data: [{ id: 1, sealed }], skipDuplicates: true })
  const kept = await db.masterSecretCheck.findUniqueOrThrow({ where: { id: 1 } })
  try {
    secrets.open(PURPOSE, kept.sealed)
  } catch {
    throw new StartError(
      'The master secret is not the one this database was set up with. Set WRIT_MASTER_SECRET, or put back the file master.key in the data directory (WRIT_DATA), as it was when the database was made.',
    )
  }
}

async function secretFile(path: string): Promise<string> {
  try {
    // `wx`: of several processes at their first start, one makes the secret and all read it.
    await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (!isExists(error))
      throw new StartError(
        `The master secret cannot be written to ${path}. Make the data directory (WRIT_DATA) writable, or set WRIT_MASTER_SECRET.`,
      )
  }
  return (await readFile(path, 'utf8')).trim()
}

function isExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
