// First-load JavaScript of every page of a production build, gzipped. Fails when a page is above the limit.
// Usage: node bench/bundle-size.mjs [directory of the build, default .next]
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 250
const build = resolve(process.argv[2] ?? '.next')
const require = createRequire(import.meta.url)
const sizes = new Map()

function gzipped(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(build, file)), { level: 6 }).length)
  return sizes.get(file)
}

/** Next writes one manifest per page, as a script that fills a global. */
function pageManifests() {
  const files = readdirSync(join(build, 'server/app'), { recursive: true })
  for (const file of files)
    if (file.endsWith('page_client-reference-manifest.js')) require(join(build, 'server/app', file))
  return Object.entries(globalThis.__RSC_MANIFEST ?? {}).filter(([page]) => page.endsWith('/page'))
}

function kilobytes(files) {
  return [...files].reduce((sum, file) => sum + gzipped(file), 0) / 1024
}

const { rootMainFiles } = JSON.parse(readFileSync(join(build, 'build-manifest.json'), 'utf8'))
const pages = pageManifests()
  .map(([page, { entryJSFiles, entryCSSFiles }]) => ({
    page: page.replace(/\/page$/, '') || '/',
    js: kilobytes(new Set([...rootMainFiles, ...Object.values(entryJSFiles).flat()])),
    css: kilobytes(
      new Set(Object.values(entryCSSFiles ?? {}).flatMap(files => files.map(file => file.path))),
    ),
  }))
  .sort((a, b) => b.js - a.js)

for (const { page, js, css } of pages)
  console.log(`${js.toFixed(0).padStart(5)} kB js ${css.toFixed(0).padStart(5)} kB css  ${page}`)

const heavy = pages.filter(page => page.js > LIMIT_KB)
if (pages.length === 0 || heavy.length > 0) {
  console.log(
    pages.length === 0
      ? `No pages in ${build}: run next build first.`
      : `Above ${LIMIT_KB} kB: ${heavy.map(page => page.page).join(', ')}`,
  )
  process.exit(1)
}
