import { constants, existsSync, mkdirSync, rmSync } from 'node:fs'
import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inRoot } from './paths.mjs'
import { say } from './say.mjs'

const FILE = inRoot('dist', 'preparing.lock')
/** Milliseconds between signs of life. */
export const BEAT = 2000
// A holder that was killed stops beating; a number that lives on may by then be another program's.
const SILENT = 15_000

/** Runs `work` while no other process prepares this checkout. */
export async function withLock(fd, work, lock = FILE) {
  mkdirSync(dirname(lock), { recursive: true })
  for (let told = false; !(await take(lock)); ) {
    if (!(await isHeld(lock))) {
      await removeDead(lock)
      continue
    }
    if (!told) say('Another start is preparing this checkout; waiting for it …', fd)
    told = true
    await sleep(250)
  }
  const beat = setInterval(() => {
    utimes(lock, new Date(), new Date()).catch(() => {})
  }, BEAT)
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

async function take(lock) {
  try {
    const file = await open(lock, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY)
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Whether the process that wrote its number into this file still lives. */
export async function isHeld(lock) {
  const [pid, found] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]).catch(() => ['', null])
  if (!found) return true
  const silent = Date.now() - found.mtimeMs
  return silent < SILENT && (pid === '' || isAlive(Number(pid)))
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// Taken away by name, so that of several who wait only one removes it; a lock made meanwhile goes back.
async function removeDead(lock) {
  const taken = `${lock}.${process.pid}`
  await rename(lock, taken).catch(() => {})
  if (existsSync(taken) && (await isHeld(taken))) await link(taken, lock).catch(() => {})
  await rm(taken, { force: true })
}
