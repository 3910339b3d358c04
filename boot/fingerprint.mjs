import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { inRoot } from './paths.mjs'

const NOT_SOURCE = /(^|\/)(node_modules|generated)$|\.test\.tsx?$|(^|\/)\./

/** Every source file at or below these paths, in a fixed order. */
export function sources(paths) {
  return paths.flatMap(below).sort()
}

function below(path) {
  if (NOT_SOURCE.test(path) || !existsSync(inRoot(path))) return []
  if (!statSync(inRoot(path)).isDirectory()) return [path]
  return readdirSync(inRoot(path)).flatMap(name => below(`${path}/${name}`))
}

/** The settings of tools in the checkout's own folder, except those of tests. */
export function rootFiles() {
  const isSetting = name =>
    /\.(ts|mjs|json|css)$/.test(name) && !/^(vitest|playwright|biome|next-env)/.test(name)
  return readdirSync(inRoot('.')).filter(isSetting)
}

/** One short text for the content of these files on this Node and platform. */
export function fingerprint(files) {
  const hash = createHash('sha256')
  hash.update(`${process.version} ${process.platform} ${process.arch}\n`)
  for (const file of files) {
    const content = readFileSync(inRoot(file))
    hash.update(`${file} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** A file that says what something was made from; gone while it is being made. */
export function stamp(path) {
  const file = inRoot(path)
  return {
    async is(value) {
      return (await readFile(file, 'utf8').catch(() => '')) === value
    },
    async set(value) {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, value)
    },
    clear: () => rm(file, { force: true }),
  }
}
