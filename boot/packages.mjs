import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fingerprint, stamp } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'

const made = stamp('node_modules/.prepared')
const wanted = () => fingerprint(['package-lock.json'])

/** The packages of the lock file, development's included: the server is built here. */
export const packages = {
  name: 'Installing packages',
  isServed: true,
  async isDone() {
    if (await made.is(wanted())) return true
    if (!(await npmDidIt())) return false
    await made.set(wanted())
    return true
  },
  async make() {
    try {
      await install()
    } catch {
      // An install that was interrupted can leave folders that npm stumbles over: once more, from nothing.
      await sleep(2000)
      await rm(inRoot('node_modules'), { recursive: true, force: true })
      await install()
    }
    await made.set(wanted())
  },
}

async function install() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath ?? ''
  if (basename(npm) === 'npm-cli.js' && existsSync(npm)) await run(process.execPath, [npm, ...args])
  else await run('npm', args)
}

// Someone ran npm themselves: its own record of what it installed agrees with the lock file.
async function npmDidIt() {
  const [lock, installed] = await Promise.all(
    ['package-lock.json', 'node_modules/.package-lock.json'].map(readPackages),
  )
  return Object.entries(lock).every(([path, entry]) => {
    const found = installed[path]
    return path === '' || found?.version === entry.version || (!found && isForElsewhere(entry))
  })
}

async function readPackages(path) {
  const text = await readFile(inRoot(path), 'utf8').catch(() => '{}')
  return JSON.parse(text).packages ?? {}
}

function isForElsewhere({ optional, os, cpu, libc }) {
  const fits = (list, value) => !list || list.includes(value)
  const here = fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, cLibrary())
  return optional === true && !here
}

function cLibrary() {
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}
