// Writes the SQL that leads from the last committed prisma/schema to the one in the work tree:
//   node scripts/migration.mjs <name>
// DATABASE_URL names any PostgreSQL: the engine wants a connection, and changes nothing there.
// Read it and improve it by hand before committing: it knows no partial indexes and no data.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Say what changes: node scripts/migration.mjs add_license_table')
  process.exit(1)
}

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' })
const folder = 'prisma/schema'
const now = readdirSync(folder).map(file => ({
  path: file,
  content: readFileSync(`${folder}/${file}`, 'utf8'),
}))
const before = git('ls-tree', '--name-only', 'HEAD', `${folder}/`)
  .split('\n')
  .filter(Boolean)
  .map(path => ({ path, content: git('show', `HEAD:${path}`) }))

const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
const wasm = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm')
  .replace('schema_engine.js', 'schema_engine_bg.wasm')
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': engine })
engine.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start?.()

const adapter = bindMigrationAwareSqlAdapterFactory(
  new PrismaPg({ connectionString: process.env.DATABASE_URL }),
)
const schema = await engine.SchemaEngine.new(
  { datamodels: now.map(f => [f.path, f.content]) },
  () => {},
  adapter,
)
const target = files => (files.length ? { tag: 'schemaDatamodel', files } : { tag: 'empty' })
const { stdout } = await schema.diff({
  from: target(before),
  to: target(now),
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
})

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const out = `prisma/migrations/${stamp}_${name}`
mkdirSync(out, { recursive: true })
writeFileSync(`${out}/migration.sql`, stdout)
console.log(`${out}/migration.sql`)
