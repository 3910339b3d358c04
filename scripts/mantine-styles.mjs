// Writes app/mantine-styles.ts: the styles of the Mantine components that are used here, instead of all of Mantine's.
// Run it after using a component for the first time; a unit test tells when that was forgotten.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
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

function importedFromCore(files) {
  const lists = files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(match => match[1]))
  const names = lists.flatMap(list => list.split(',').map(name => name.trim().split(/\s+as\s+/)[0]))
  return names.filter(name => existsSync(join(CORE, 'esm/components', name)))
}

/** The components that a component is made of, itself among them. */
function partsOf(name, known) {
  if (known.has(name)) return
  known.add(name)
  for (const file of filesBelow(join(CORE, 'esm/components', name), /\.mjs$/)) {
    for (const [, part] of readFileSync(file, 'utf8').matchAll(/from "(?:\.\.\/)+([A-Z]\w+)\/[^"]+"/g)) {
      if (existsSync(join(CORE, 'esm/components', part))) partsOf(part, known)
    }
  }
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
  const known = new Set()
  for (const name of importedFromCore([...ours, ...toasts])) partsOf(name, known)
  const styled = [...known].filter(name => existsSync(join(CORE, 'styles', `${name}.css`)))
  const imports = inMantineOrder([...ALWAYS, ...styled]).map(
    name => `import '@mantine/core/styles/${name}.css'`,
  )
  return `// Made by scripts/mantine-styles.mjs; the order matters.\n${imports.join('\n')}\nimport '@mantine/notifications/styles.css'\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, mantineStyles())
