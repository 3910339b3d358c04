import { mkdirSync, readdirSync, rmSync, utimes, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BEAT, isHeld } from './lock.mjs'
import { inRoot } from './paths.mjs'

const FOLDER = inRoot('dist', 'running')

/** Tells other starts that a server runs from this checkout, for as long as this process lives. */
export function announceServer(folder = FOLDER) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, String(process.pid))
  writeFileSync(file, String(process.pid))
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
