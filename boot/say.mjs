import { writeSync } from 'node:fs'

const BEAT_SECONDS = 5

/** Writes progress where the command's own output does not go: at once, and never fails for want of a reader. */
export function say(line, fd = 1) {
  try {
    writeSync(fd, `${line}\n`)
  } catch {}
}

/** Names a step, shows every few seconds that it lives, and how long it took. */
export async function withProgress(name, fd, work) {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  say(`${name} …`, fd)
  const beat = setInterval(() => say(`  … ${seconds()} s`, fd), BEAT_SECONDS * 1000)
  try {
    const result = await work()
    say(`  done in ${seconds()} s`, fd)
    return result
  } finally {
    clearInterval(beat)
  }
}
