import { existsSync } from 'node:fs'
import { fingerprint, sources, stamp } from './fingerprint.mjs'
import { inRoot, root } from './paths.mjs'

/** The server, as one file. */
export const server = {
  ...program('Building the server', 'server.ts', 'dist/server.mjs'),
  isServed: true,
}

/** The operator's command line, as one file. */
export const command = program('Building the command line', 'lib/cli/main.ts', 'dist/cli.mjs')

function program(name, entry, output) {
  const made = stamp(`${output}.prepared`)
  const wanted = () =>
    fingerprint([...sources(['lib', 'prisma/schema', 'server.ts']), 'package-lock.json', 'tsconfig.json'])
  return {
    name,
    isDone: async () => existsSync(inRoot(output)) && made.is(wanted()),
    async make() {
      const value = wanted()
      await made.clear()
      await bundle(entry, output)
      await made.set(value)
    },
  }
}

async function bundle(entry, output) {
  // Not at the top: esbuild is not there before packages are installed.
  const esbuild = await import('esbuild')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'silent',
  })
  await esbuild.stop()
}
