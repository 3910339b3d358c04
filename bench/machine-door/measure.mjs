// What one side reaches on one row: several runs, the median of them, and what they cost the server.
import { readFileSync } from 'node:fs'
import { load } from './load.mjs'

const WARM_UP_SECONDS = 0.7
const SECONDS = 2.5
const REPETITIONS = 3
/** Clock ticks per second in /proc. */
const HERTZ = 100

/**
 * `makeLoad()` prepares one run and gives the options of `load`; `pid` is the server's. With `calm`, more runs at
 * half of the rate that was reached tell what callers wait for when the server is not full.
 */
export async function measure({ pid, makeLoad, calm = false }) {
  const runs = []
  for (let n = 0; n < REPETITIONS; n++) {
    await load({ ...(await makeLoad(WARM_UP_SECONDS)), seconds: WARM_UP_SECONDS })
    const options = await makeLoad(SECONDS)
    const before = cpuSeconds(pid)
    const run = await load({ ...options, seconds: SECONDS })
    if (run.wrong > 0)
      throw new Error(`${run.wrong} of ${run.latencies.length} answers were wrong: ${run.sample}`)
    runs.push(summary(run, cpuSeconds(pid) - before))
  }
  runs.sort((a, b) => a.rps - b.rps)
  const median = runs[Math.floor(runs.length / 2)]
  const half = calm ? await atHalf(makeLoad, median.rps) : {}
  return { ...median, ...half, peakMB: peakMegabytes(pid), spread: spread(runs) }
}

/** Of several runs as well, with the worst of them: one stall of 50 ms is the p99 of the run that it falls into. */
async function atHalf(makeLoad, rps) {
  const p99s = []
  for (let n = 0; n < REPETITIONS; n++) {
    const run = await load({ ...(await makeLoad(SECONDS)), seconds: SECONDS, rate: rps / 2 })
    p99s.push(summary(run, 0).p99)
  }
  p99s.sort((a, b) => a - b)
  return { p99AtHalf: p99s[Math.floor(p99s.length / 2)], worstP99AtHalf: p99s.at(-1) }
}

function summary({ latencies, seconds }, cpu) {
  latencies.sort((a, b) => a - b)
  const at = share => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]
  const rps = latencies.length / seconds
  return {
    rps,
    p50: at(0.5),
    p99: at(0.99),
    cpuMicros: (cpu / latencies.length) * 1e6,
    cpuShare: cpu / seconds,
  }
}

/** How far the best and the worst run lie apart, as a part of the worst. */
function spread(runs) {
  return (runs.at(-1).rps - runs[0].rps) / runs[0].rps
}

function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / HERTZ
}

function peakMegabytes(pid) {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024)
}
