import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { Pool } from 'pg'
import type { Migration } from './migrations'

const NO_FILTERS = { externalTables: [], externalEnums: [] }
const DATAMODEL = 'datasource db {\n  provider = "postgresql"\n}\n'

/** Applies what is missing of these migrations with Prisma's own engine, which keeps the table of them. */
export async function applyWithEngine(pool: Pool, migrations: Migration[]): Promise<void> {
  const adapter = new WholeScripts(pool)
  const { SchemaEngine } = await engineModule()
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', DATAMODEL]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  try {
    await engine.applyMigrations({ migrationsList: toList(migrations), filters: NO_FILTERS })
  } catch (error) {
    // The engine cannot record a failure in a transaction that failed, and complains about that instead.
    throw adapter.failure ?? error
  } finally {
    engine.free()
    await adapter.close()
  }
}

// The stock adapter cuts a script at every semicolon, those inside strings, comments and functions included.
class WholeScripts extends PrismaPg {
  failure: unknown
  private readonly connected: SqlDriverAdapter[] = []

  constructor(private readonly pool: Pool) {
    super(pool)
  }

  override async connect() {
    const adapter = await super.connect()
    this.connected.push(adapter)
    adapter.executeScript = async script => {
      await this.pool.query(script).catch(error => {
        this.failure = error
        throw error
      })
    }
    return adapter
  }

  /** The engine leaves its listeners on the pool. */
  async close(): Promise<void> {
    for (const adapter of this.connected) await adapter.dispose()
  }
}

function toList(migrations: Migration[]) {
  return {
    baseDir: 'prisma/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}

// Once in a process: timers of a first instance would call into a second one, which does not know them.
function engineModule() {
  loaded ??= loadEngine()
  return loaded
}

let loaded: ReturnType<typeof loadEngine> | undefined

async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': withLooseTimers(engine),
  })
  engine.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start === 'function') start()
  return engine
}

// The engine forgets its timers when it is done; they must not keep the process running.
function withLooseTimers(engine: object): WebAssembly.ModuleImports {
  const imports = Object.entries(engine).map(([name, value]) => {
    if (!name.startsWith('__wbg_setTimeout_')) return [name, value]
    return [name, (...args: unknown[]) => unref(value(...args))]
  })
  return Object.fromEntries(imports)
}

function unref(timer: NodeJS.Timeout): NodeJS.Timeout {
  return timer.unref()
}
