import { existsSync } from 'node:fs'
import { fingerprint, sources, stamp } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'

const made = stamp('lib/generated/.prepared')
const wanted = () => fingerprint([...sources(['prisma/schema']), 'prisma.config.ts', 'package-lock.json'])

/** The database client that is generated from prisma/schema. */
export const client = {
  name: 'Generating the database client',
  isDone: async () => existsSync(inRoot('lib/generated/prisma/client.ts')) && made.is(wanted()),
  async make() {
    const value = wanted()
    await made.clear()
    await run(process.execPath, [inRoot('node_modules/prisma/build/index.js'), 'generate'])
    await made.set(value)
  },
}
