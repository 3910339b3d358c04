import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { inRoot } from '../../boot/paths.mjs'
import { run, toolEnvironment } from '../../boot/run.mjs'
import { withProgress } from '../../boot/say.mjs'

const DEBIAN = '/usr/bin/chromium'

/** A browser for the journeys: the one that is there, else Debian's package, else Playwright's download. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const downloaded = chromium.executablePath()
  const there = [process.env.WRIT_CHROMIUM, DEBIAN, downloaded].find(path => path && existsSync(path))
  if (there) return there
  return withProgress('Installing Chromium', 1, async () => {
    if (await isRootOnDebian()) {
      await fromDebian().catch(() => {})
      if (existsSync(DEBIAN)) return DEBIAN
    }
    await run(process.execPath, [inRoot('node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
    return downloaded
  })
}

async function isRootOnDebian() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return process.getuid?.() === 0 && /^ID="?debian"?$/m.test(release)
}

async function fromDebian() {
  const env = toolEnvironment({ DEBIAN_FRONTEND: 'noninteractive' })
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
    env,
  })
}
