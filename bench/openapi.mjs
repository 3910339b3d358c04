// Spectral's rules for OpenAPI on /openapi.json of a running Writ: `npm run bench:openapi`. Any finding fails it.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startWrit } from './server.mjs'

const SPECTRAL = join(import.meta.dirname, 'node_modules/@stoplight/spectral-cli/dist/index.js')
const folder = await mkdtemp(join(tmpdir(), 'writ-openapi-'))
const writ = await startWrit()
try {
  const [document, rules] = [join(folder, 'openapi.json'), join(folder, 'rules.yaml')]
  await writeFile(document, await (await fetch(`${writ.url}/openapi.json`)).text())
  await writeFile(rules, 'extends: ["spectral:oas"]\n')
  const args = [SPECTRAL, 'lint', document, '--ruleset', rules, '--fail-severity', 'hint']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  console.log(stdout)
} catch (error) {
  console.error(error.stdout || error)
  process.exitCode = 1
} finally {
  await writ.stop()
  await rm(folder, { recursive: true })
}
