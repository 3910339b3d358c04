import { spawn } from 'node:child_process'
import { inRoot, root } from './paths.mjs'

// A terminal's Ctrl-C reaches us twice, from itself and from npm; people need longer to press it again.
const ECHO = 500

/** Runs the server in development; whenever a file changes that it loaded itself, it is started again. */
export function watch() {
  const tsx = inRoot('node_modules/tsx/dist/cli.mjs')
  const env = { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' }
  // In a group of its own it hears of a signal from us alone, once: a second one would cut its shutdown short.
  const child = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'server.ts'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  let last = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - last > ECHO) child.kill(signal)
      last = Date.now()
    })
  }
  child.on('exit', code => process.exit(code ?? 1))
}
