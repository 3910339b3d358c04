import { spawn } from 'node:child_process'
import { inRoot, root } from './paths.mjs'
import { forwardSignals } from './run.mjs'

/** Runs the server in development; whenever a file changes that it loaded itself, it is started again. */
export function watch() {
  const tsx = inRoot('node_modules/tsx/dist/cli.mjs')
  const env = { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'server.ts'], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  forwardSignals(child)
  child.on('exit', code => process.exit(code ?? 1))
}
