import { mkdirSync, readdirSync, rmSync, utimes, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BEAT, isHeld } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { say } from './say.mjs'

const FOLDER = inRoot('dist', 'running')
const STDERR = 2

/** Tells other starts that a server runs from this checkout, for as long as this process lives; ends it if it cannot. */
export function announceServer(folder = FOLDER) {
  const file = join(folder, String(process.pid))
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, String(process.pid))
  } catch {
    say(
      `\nThis user cannot write to ${folder}, which tells others that a server runs. Make it writable, or start as the user who owns this checkout.`,
      STDERR,
    )
    process.exit(1)
  }
  const live = () => utimes(file, new Date(), new Date(), () => {})
  setInterval(live, BEAT).unref()
  process.once('exit', () => rmSync(file, { force: true }))
}

/** Throws while a server runs from this checkout: it loads packages and pages from there as it needs them. */
export async function assertNoServer(folder = FOLDER) {
  mkdirSync(folder, { recursive: true })
  for (const pid of readdirSync(folder)) {
    const file = join(folder, pid)
    if (await isHeld(file)) {
      throw new Error(
        `the sources have changed, and a server (process ${pid}) runs from what was built before. Stop it, then try again.`,
      )
    }
    rmSync(file, { force: true })
  }
}
