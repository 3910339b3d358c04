import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'

/**
 * Runs a program of `lib/testing` in a process for each task, all at once: it says `ready`, waits for a word, and
 * prints a line for each outcome. Resolves to all of them.
 */
export async function race(program: string, tasks: unknown[]): Promise<string[]> {
  const processes = tasks.map(task =>
    spawn(process.execPath, ['--import', 'tsx', `lib/testing/${program}`, JSON.stringify(task)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  const lines = processes.map(({ stdout }) => createInterface(stdout))
  await Promise.all(lines.map(each => once(each, 'line')))
  const outcomes: string[] = []
  for (const each of lines) each.on('line', line => outcomes.push(line))
  // Not `exit`, which may come before the last lines do.
  const ended = processes.map(one => once(one, 'close'))
  for (const { stdin } of processes) stdin.write('go')
  expect(await Promise.all(ended)).toEqual(tasks.map(() => [0, null]))
  return outcomes
}
