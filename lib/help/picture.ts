import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = join(process.cwd(), 'docs/pictures')
const NAME = /^[a-z0-9-]+\.png$/

/** One picture of the guides (PNG), as it lies in the repository; null: there is none of this name. */
export async function getPicture(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!NAME.test(name)) return null
  return readFile(join(FOLDER, name)).then(
    bytes => new Uint8Array(bytes),
    () => null,
  )
}
