import { execFile, spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { ownPort, type Running } from './http'

export interface Writ extends Running {
  /** Where it listens, whatever `WRIT_URL` says. */
  local: string
  data: string
  /** The file that holds everything the process printed. */
  log: string
  pid: number
}

const PROGRAM = 'dist/server.mjs'
const COMMAND = 'dist/cli.mjs'
const LOGS = 'test-results/logs'
const STARTS_WITHIN_MS = 120_000
const STOPS_WITHIN_MS = 60_000

/** Starts the built server as its own process, on a port of its own; resolves when it answers. */
export async function startWrit(settings: Record<string, string>): Promise<Writ> {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there. Build first: npm test does.`)
  const port = settings.PORT ?? String(await ownPort())
  const url = settings.WRIT_URL ?? `http://localhost:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'writ-e2e-'))
  const data = join(folder, 'data')
  mkdirSync(LOGS, { recursive: true })
  const log = join(LOGS, `writ-${port}.log`)
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...cleanEnvironment(), WRIT_DATA: data, ...settings, PORT: port, WRIT_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = createWriteStream(log)
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`Writ did not start in time: ${log}`))
    }, STARTS_WITHIN_MS)
    createInterface(child.stdout).on(
      'line',
      line => line.includes('Writ is ready') && resolve(clearTimeout(late)),
    )
    void ended.then(code => reject(new Error(`Writ stopped with ${code} while starting: ${log}`)))
  })
  return {
    url,
    local: `http://localhost:${port}`,
    data,
    log,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS)
      await ended
      clearTimeout(late)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs the operator's command line; resolves to what it printed. Rejects, with its complaint, when it fails. */
export async function writ(settings: Record<string, string>, ...args: string[]): Promise<string> {
  const env = { ...cleanEnvironment(), ...settings }
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { env })
  return stdout.trim()
}

/** Settings of whoever runs the tests must not reach the server under test. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PORT$|WRIT_|E2E_|GITHUB_|SMTP_|MAIL_|DATABASE_|STRIPE_|INVOICE_)/.test(name),
  )
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' }
}
