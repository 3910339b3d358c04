import { existsSync } from 'node:fs'
import { inRoot } from '../../boot/paths.mjs'
import { run } from '../../boot/run.mjs'
import { withProgress } from '../../boot/say.mjs'
import { installOnDebian } from './debian.mjs'

const DEBIAN = '/usr/bin/chromium'

/** A browser for the journeys: the one that is there, else Debian's package, else Playwright's download. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const downloaded = chromium.executablePath()
  const there = [process.env.WRIT_CHROMIUM, DEBIAN, downloaded].find(path => path && existsSync(path))
  if (there) return there
  return withProgress('Installing Chromium', 1, async () => {
    await installOnDebian('chromium', 'fonts-liberation')
    if (existsSync(DEBIAN)) return DEBIAN
    await run(process.execPath, [inRoot('node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
    return downloaded
  })
}
