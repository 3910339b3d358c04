// Writes app/mantine-styles.ts: the styles of the Mantine components that are used here, instead of all of Mantine's.
// Run it after using a component for the first time; a unit test tells when that was forgotten.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(import.meta.dirname, '..')
const MANTINE = join(ROOT, 'node_modules/@mantine')
const CORE = join(MANTINE, 'core')
export const TARGET = join(ROOT, 'app/mantine-styles.ts')

const ALWAYS = ['baseline', 'default-css-variables', 'global']
const IMPORT = /import\s+(?!type)\{([^}]*)\}\s+from\s+['"]@mantine\/core['"]/g

function filesBelow(folder, extensions) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter(name => extensions.test(name))
    .map(name => join(folder, name))
}

/** The files of the components that these files import from Mantine. */
function importedFromCore(files) {
  const lists = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(match => match[1]))
  const names = lists.flatMap(list => list.split(',').map(name => name.trim().split(/\s+as\s+/)[0]))
  return names.map(name => join(CORE, 'esm/components', name, `${name}.mjs`)).filter(existsSync)
}

/** The styles that a file of Mantine brings along, by itself and by what it imports. */
function stylesOf(file, seen, found) {
  if (seen.has(file)) return
  seen.add(file)
  const style = /(\w+)\.module\.mjs$/.exec(file)?.[1]
  if (style && existsSync(join(CORE, 'styles', `${style}.css`))) found.add(style)
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g))
    stylesOf(resolve(dirname(file), path), seen, found)
}

/** Where a component's styles stand in all of Mantine's: an order that later rules rely on. */
function inMantineOrder(names) {
  const all = readFileSync(join(CORE, 'styles.css'), 'utf8')
  const place = name =>
    all.indexOf(
      readFileSync(join(CORE, 'styles', `${name}.css`), 'utf8')
        .trim()
        .slice(0, 120),
    )
  return names
    .map(name => ({ name, at: place(name) }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)
}

/** What app/mantine-styles.ts must say. */
export function mantineStyles() {
  const ours = ['app', 'components'].flatMap(folder => filesBelow(join(ROOT, folder), /\.tsx?$/))
  const toasts = filesBelow(join(MANTINE, 'notifications/esm'), /\.mjs$/)
  const found = new Set()
  const seen = new Set()
  for (const file of importedFromCore([...ours, ...toasts])) stylesOf(file, seen, found)
  const imports = inMantineOrder([...ALWAYS, ...found]).map(
    name => `import '@mantine/core/styles/${name}.css'`,
  )
  return `// Made by scripts/mantine-styles.mjs; the order matters.\n${imports.join('\n')}\nimport '@mantine/notifications/styles.css'\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, mantineStyles())
