import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { StartError } from '../start-error'

/** Whether an error of the file system is one of these, e.g. ENOENT. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** The text of a file, or null where there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(error => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  })
}

/** The secret kept in a file only its owner may read; made once, whoever comes first. */
export async function readOrMakeSecret(path: string): Promise<string> {
  const kept = await readIfThere(path)
  if (kept) return kept.trim()
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  // A link appears whole or not at all, so two processes agree on one secret.
  await link(draft, path).catch(error => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  await rm(draft)
  return (await readFile(path, 'utf8')).trim()
}

/** Turns a refusal of the file system below the data directory into a sentence. */
export function explainFileError(error: unknown, dataDir: string): unknown {
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) {
    return new StartError(
      `The disk of ${dataDir} is full. Make room, or name another directory in WRIT_DATA.`,
    )
  }
  const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG']
  return hasCode(error, ...refused) ? notWritable(dataDir) : error
}

export function notWritable(dataDir: string): StartError {
  return new StartError(
    `The data directory ${dataDir} cannot be written. Make it writable, or name another one in WRIT_DATA.`,
  )
}
