import { existsSync } from 'node:fs'
import { fingerprint, rootFiles, sources, stamp } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'

const made = stamp('.next/.prepared')
const folders = ['app', 'components', 'lib', 'prisma/schema', 'public']
const wanted = () => fingerprint([...sources(folders), ...rootFiles()])

/** The pages, built for production. */
export const pages = {
  name: 'Building the pages',
  isServed: true,
  isDone: async () => existsSync(inRoot('.next/BUILD_ID')) && made.is(wanted()),
  async make() {
    const value = wanted()
    await made.clear()
    await run(process.execPath, [inRoot('node_modules/next/dist/bin/next'), 'build'])
    await made.set(value)
  },
}
