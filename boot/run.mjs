import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** A command that failed: what it was, and everything it said. */
export class CommandError extends Error {
  constructor(command, output, why) {
    super(`${command} ${why}`)
    this.output = output
  }
}

/**
 * Runs a program to its end and returns what it said. A signal to us goes to it, and when it has ended we end the
 * same way, so that nothing keeps writing behind our back.
 */
export function run(program, args, { env = toolEnvironment(), inherit = false, stopWith } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe']
    const grace = inherit ? GRACE.runner : GRACE.tool
    const { child, stopForwarding } = withSignals(
      () => spawn(program, args, { cwd: root, env, stdio, detached: true }),
      { as: stopWith, grace },
    )
    const output = []
    child.stdout?.on('data', chunk => output.push(chunk))
    child.stderr?.on('data', chunk => output.push(chunk))
    const text = () => Buffer.concat(output).toString()
    child.on('error', error => {
      stopForwarding()
      reject(new CommandError(program, text(), `could not be run: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      const received = stopForwarding()
      if (received) process.exit(128 + constants.signals[received])
      if (code === 0) resolve(text())
      else
        reject(
          new CommandError([program, ...args].join(' '), text(), `ended with ${signal ?? `code ${code}`}`),
        )
    })
  })
}

// npm takes long to undo an install; what it leaves is cleared by the next start anyway.
const GRACE = { tool: 10_000, runner: 60_000 }

// A terminal's Ctrl-C reaches us twice, from itself and from npm; people need longer to press it again.
const ECHO = 500

/**
 * Starts a child in a group of its own and passes signals to it, which so hears each from us alone, and once: a second
 * one would cut its shutdown short. After `grace` ms the group is killed. `stopForwarding` ends that and tells the
 * signal. We listen before the child starts: a signal in between would end us and leave it behind.
 */
export function withSignals(start, { as, grace } = {}) {
  let received
  let last = 0
  let patience
  const handlers = SIGNALS.map(signal => {
    const handler = () => {
      if (Date.now() - last > ECHO) child.kill(as ?? signal)
      last = Date.now()
      received = signal
      if (grace) patience ??= setTimeout(() => process.kill(-child.pid, 'SIGKILL'), grace)
    }
    process.on(signal, handler)
    return [signal, handler]
  })
  const child = start()
  const stopForwarding = () => {
    clearTimeout(patience)
    for (const [signal, handler] of handlers) process.off(signal, handler)
    return received
  }
  return { child, stopForwarding }
}

// What an outer `npm start` sets for its own run, and would change what an inner npm does.
const OUTER_NPM =
  /^(npm_(lifecycle|package|command|node_execpath)|npm_config_(global|prefix|local_prefix|omit|include|only|production|workspace|loglevel|dry_run|package_lock)|INIT_CWD$|NODE_ENV$)/i

/** The environment of the tools we run: the caller's, less what npm added and what says "production". */
export function toolEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !OUTER_NPM.test(name))
  return {
    ...Object.fromEntries(kept),
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...extra,
  }
}
