// Starts Writ as a user would, on its own data directory and a free port, for measurements from outside.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.mjs'

const root = resolve(import.meta.dirname, '..')

export async function startWrit(settings = {}) {
  const data = await mkdtemp(join(tmpdir(), 'writ-bench-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...process.env, PORT: String(port), WRIT_DATA: data, WRIT_RATE_LIMITS: 'off', ...settings }
  const server = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  await untilHealthy(url, server)
  const npm = async (...args) => (await promisify(execFile)('npm', args, { cwd: root, env })).stdout.trim()
  const stop = async () => {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  return { url, npm, stop }
}

/** The session cookie of somebody who used a sign-in link. */
export async function signIn({ url, npm }, email) {
  const link = new URL(await npm('run', '-s', 'writ', '--', 'signin-link', email))
  const answer = await fetch(`${url}/api/auth/callback/email`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: link.searchParams,
  })
  const cookie = answer.headers.getSetCookie().find(line => line.includes('session-token='))
  if (!cookie) throw new Error(`Signing in failed: ${answer.status} ${answer.headers.get('location')}`)
  return cookie.split(';')[0]
}

async function untilHealthy(url, server) {
  for (const deadline = Date.now() + 600_000; Date.now() < deadline; ) {
    if (server.exitCode !== null) throw new Error(`Writ stopped with exit code ${server.exitCode}.`)
    if (
      await fetch(`${url}/healthz`).then(
        answer => answer.ok,
        () => false,
      )
    )
      return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('Writ was not ready after ten minutes.')
}
