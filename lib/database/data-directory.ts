import { mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { explainFileError, hasCode, notWritable } from './embedded/files'
import { StartError } from './start-error'

/** Makes the data directory where it is missing, for its owner alone, and tries that it can be written. Throws StartError. */
export async function makeDataDirectory(path: string): Promise<void> {
  try {
    await makeFolder(path)
    await rmdir(await mkdtemp(join(path, '.writable.')))
  } catch (error) {
    const told = explainFileError(error, path)
    // Whatever else the system answers, such as ENOENT for a link that leads nowhere, it made no folder.
    throw told instanceof StartError ? told : notWritable(path)
  }
}

/** Node's own `recursive` asks for ever where the system answers that the parent is not there, and it is: in /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
    await makeFolder(dirname(path))
    await makeOne(path)
  }
}

async function makeOne(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch(error => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
}
