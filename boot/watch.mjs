import { spawn } from 'node:child_process'
import { inRoot, root } from './paths.mjs'
import { withSignals } from './run.mjs'

/** Runs the server in development; whenever a file changes that it loaded itself, it is started again. */
export function watch() {
  const tsx = inRoot('node_modules/tsx/dist/cli.mjs')
  const env = { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' }
  const args = [tsx, 'watch', '--clear-screen=false', 'server.ts']
  const stdio = ['ignore', 'inherit', 'inherit']
  const { child } = withSignals(() =>
    spawn(process.execPath, args, { cwd: root, env, detached: true, stdio }),
  )
  child.on('exit', code => process.exit(code ?? 1))
}
