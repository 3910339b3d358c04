import { chdir } from 'node:process'
import { client } from './client.mjs'
import { withLock } from './lock.mjs'
import { packages } from './packages.mjs'
import { pages } from './pages.mjs'
import { root } from './paths.mjs'
import { command, server } from './programs.mjs'
import { assertNoServer } from './running.mjs'
import { say, withProgress } from './say.mjs'

const parts = { packages, client, server, command, pages }
const STDOUT = 1
const STDERR = 2

/** Makes what is missing of these parts, in this order, or ends the process with what went wrong. */
export async function prepare(names, { quiet = false } = {}) {
  try {
    await makeReady(names, quiet ? STDERR : STDOUT)
  } catch (error) {
    explain(error)
    process.exit(1)
  }
}

/** The same, for callers who go on after a failure. With nothing to do it only compares fingerprints. */
export async function makeReady(names, fd = STDOUT) {
  chdir(root)
  const steps = names.map(name => parts[name])
  if (!(await allDone(steps))) await withLock(fd, () => makeMissing(steps, fd))
}

/** Tells which step failed and all that the tools said about it. */
export function explain(error) {
  if (error.output) say(error.output, STDERR)
  say(`\n${error.step ?? 'Preparing'} failed: ${error.message}`, STDERR)
}

async function allDone(steps) {
  for (const step of steps) if (!(await step.isDone())) return false
  return true
}

async function makeMissing(steps, fd) {
  for (const step of steps) {
    if (await step.isDone()) continue
    if (step.isServed) await assertNoServer().catch(error => fail(step, error))
    await withProgress(step.name, fd, step.make).catch(error => fail(step, error))
  }
}

function fail({ name }, error) {
  throw Object.assign(error, { step: name })
}
