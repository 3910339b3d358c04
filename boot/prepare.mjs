import { chdir } from 'node:process'
import { client } from './client.mjs'
import { withLock } from './lock.mjs'
import { packages } from './packages.mjs'
import { pages } from './pages.mjs'
import { root } from './paths.mjs'
import { command, server } from './programs.mjs'
import { say, withProgress } from './say.mjs'

const parts = { packages, client, server, command, pages }
const STDOUT = 1
const STDERR = 2

/**
 * Makes what is missing or out of date of these parts, in this order, and ends the process with a sentence when
 * one cannot be made. With nothing to do it only compares fingerprints.
 */
export async function prepare(names, { quiet = false } = {}) {
  chdir(root)
  const fd = quiet ? STDERR : STDOUT
  const steps = names.map(name => parts[name])
  try {
    if (await allDone(steps)) return
    await withLock(fd, () => makeMissing(steps, fd))
  } catch (error) {
    if (error.output) say(error.output, STDERR)
    say(`\n${error.step ?? 'Preparing'} failed: ${error.message}. The lines above say why.`, STDERR)
    process.exit(1)
  }
}

async function allDone(steps) {
  for (const step of steps) if (!(await step.isDone())) return false
  return true
}

async function makeMissing(steps, fd) {
  for (const step of steps) {
    if (await step.isDone()) continue
    await withProgress(step.name, fd, step.make).catch(error => {
      throw Object.assign(error, { step: step.name })
    })
  }
}
