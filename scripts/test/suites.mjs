import { readFile, rm } from 'node:fs/promises'
import { inRoot } from '../../boot/paths.mjs'
import { run, toolEnvironment } from '../../boot/run.mjs'

/** A check that counts as one: `npm run lint`, `npm run types`. */
export async function checks(script) {
  const passed = await succeeds('npm', ['run', '--silent', script])
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
}

/** The tests beside the code. */
export async function unitTests() {
  const report = inRoot('test-results', 'unit.json')
  await rm(report, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const succeeded = await succeeds(process.execPath, [inRoot('node_modules/vitest/vitest.mjs'), ...args])
  const { numPassedTests, numFailedTests } = await readReport(report)
  return atLeastOneFailure(succeeded, { passed: numPassedTests, failed: numFailedTests })
}

/** The journeys in this browser, against the built server. */
export async function journeys(chromium) {
  const report = inRoot('test-results', 'e2e.json')
  await rm(report, { force: true })
  const env = toolEnvironment({ WRIT_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const cli = inRoot('node_modules/@playwright/test/cli.js')
  const succeeded = await succeeds(process.execPath, [cli, 'test', '--reporter=list,json'], env)
  const { stats } = await readReport(report)
  return atLeastOneFailure(succeeded, { passed: stats.expected + stats.flaky, failed: stats.unexpected })
}

async function succeeds(program, args, env = toolEnvironment()) {
  // Test runners take down what they started on Ctrl-C alone.
  return run(program, args, { env, inherit: true, stopWith: 'SIGINT' }).then(
    () => true,
    () => false,
  )
}

async function readReport(path) {
  return JSON.parse(
    await readFile(path, 'utf8').catch(() => {
      throw new Error('the run ended without a report')
    }),
  )
}

// A file that could not be loaded, or a crash after the last test, fails no test but the run.
function atLeastOneFailure(succeeded, { passed, failed }) {
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) }
}
