import { explain, makeReady } from '../../boot/prepare.mjs'
import { say } from '../../boot/say.mjs'
import { findChromium } from './chromium.mjs'
import { installGuideTools } from './guide-tools.mjs'
import { checks, journeys, unitTests } from './suites.mjs'

/** Prepares, runs everything even after a failure, and ends the process with the count. */
export async function testAll() {
  const results = [await count('Preparing', prepareAll)]
  results.push(await count('Lint', () => checks('lint')))
  results.push(await count('Types', () => checks('types')))
  results.push(await count('Unit tests', unitTests))
  results.push(await count('Journeys', runJourneys))
  const passed = sum(results, 'passed')
  const failed = sum(results, 'failed')
  say('')
  for (const { name, ...result } of results.slice(1)) {
    say(`${name}: ${result.passed} passed, ${result.failed} failed`)
  }
  say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

// What keeps a suite from running at all is one failure.
async function count(name, suite) {
  if (name !== 'Preparing') say(`\n── ${name} ──`)
  try {
    return { name, ...(await suite()) }
  } catch (error) {
    explain(Object.assign(error, { step: error.step ?? name }))
    return { name, passed: 0, failed: 1 }
  }
}

async function runJourneys() {
  await installGuideTools()
  return journeys(await findChromium())
}

async function prepareAll() {
  await makeReady(['packages', 'client', 'server', 'command', 'pages'])
  return { passed: 0, failed: 0 }
}

function sum(results, key) {
  return results.reduce((total, result) => total + result[key], 0)
}
