import { readFile } from 'node:fs/promises'
import { run, toolEnvironment } from '../../boot/run.mjs'

/** Installs packages where that is possible without asking: as root on Debian. Elsewhere, and offline, it does nothing. */
export async function installOnDebian(...packages) {
  if (!(await isRootOnDebian())) return
  const env = toolEnvironment({ DEBIAN_FRONTEND: 'noninteractive' })
  await run('apt-get', ['update'], { env })
    .then(() => run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env }))
    .catch(() => {})
}

async function isRootOnDebian() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return process.getuid?.() === 0 && /^ID="?debian"?$/m.test(release)
}
