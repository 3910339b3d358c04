import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'

const BUILD = '.next'

/** The JavaScript that a page needs before it works: what every page loads, and what its own parts and layouts do. */
export function scriptsOf(page: string): Set<string> {
  const { rootMainFiles }: { rootMainFiles: string[] } = JSON.parse(read('build-manifest.json'))
  const context: { __RSC_MANIFEST: Record<string, Manifest> } = { __RSC_MANIFEST: {} }
  runInNewContext(read(`server/app${page}_client-reference-manifest.js`), { globalThis: context })
  const own = Object.values(context.__RSC_MANIFEST[page]?.entryJSFiles ?? {}).flat()
  return new Set([...rootMainFiles, ...own].map(file => file.replace(/^\/?_next\//, '')))
}

interface Manifest {
  /** By the file of the page or layout. */
  entryJSFiles: Record<string, string[]>
}

/** Every page of the build, as Next names it: `/o/[org]/audit/page`. */
export function builtPages(): string[] {
  const routes: Record<string, string> = JSON.parse(read('app-path-routes-manifest.json'))
  return Object.keys(routes).filter(route => route.endsWith('/page'))
}

/** Every page of `app/`, named so. */
export function writtenPages(): string[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  return files.filter(file => /(^|\/)page\.tsx$/.test(file)).map(file => `/${file.replace(/\.tsx$/, '')}`)
}

const sizes = new Map<string, number>()

/** In kB, as a browser fetches them: compressed by gzip. */
export function sizeOf(scripts: Set<string>): number {
  let bytes = 0
  for (const file of scripts) {
    const size = sizes.get(file) ?? gzipSync(readFileSync(join(BUILD, file))).length
    sizes.set(file, size)
    bytes += size
  }
  return bytes / 1000
}

function read(file: string): string {
  return readFileSync(join(BUILD, file), 'utf8')
}
