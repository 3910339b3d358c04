import { expect, it, vi } from 'vitest'
import type { Db } from './db'
import { Gathered, writeGathered } from './gathered'
import { testWorld } from './testing/context'

const world = testWorld()

type Store = (db: Db, entries: [string, number][]) => Promise<unknown>

function gathering(store: Store, repeatable = false) {
  const merge = (known: number, more: number) => known + more
  const gathered = new Gathered<number>({ what: 'numbers', store, merge, repeatable })
  return { count: (key: string) => gathered.add(world.db, key, 1) }
}

/** A database that is away at first, and what is written to it when it is back. */
function away(error: Error) {
  const written: [string, number][][] = []
  let failing = true
  const store: Store = async (_db, entries) => {
    if (failing) throw error
    written.push(entries)
  }
  const back = () => {
    failing = false
  }
  return { store, written, back }
}

const REFUSED = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
const BROKEN = new Error('Connection terminated unexpectedly')

it('writes what was gathered once, in one go', async () => {
  const written: [string, number][][] = []
  const { count } = gathering(async (_db, entries) => written.push(entries))
  for (const key of ['a', 'b', 'a']) count(key)
  await Promise.all([writeGathered(world.db), writeGathered(world.db)])
  await writeGathered(world.db)
  expect(written).toEqual([
    [
      ['a', 2],
      ['b', 1],
    ],
  ])
})

it('writes by itself after ten seconds', async () => {
  vi.useFakeTimers()
  const store = vi.fn(async () => {})
  gathering(store).count('a')
  vi.advanceTimersByTime(9_999)
  expect(store).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(store).toHaveBeenCalledOnce()
  vi.useRealTimers()
})

it('never holds more than ten thousand keys, whatever callers make up', async () => {
  const sizes: number[] = []
  const { count } = gathering(async (_db, entries) => sizes.push(entries.length))
  for (let n = 0; n < 25_000; n++) count(String(n))
  await writeGathered(world.db)
  expect(sizes).toEqual([10_000, 10_000, 5000])
})

it.each([
  ['never got there', REFUSED, false],
  ['may be repeated', BROKEN, true],
])('writes what %s with what came since', async (_what, error, repeatable) => {
  const { store, written, back } = away(error)
  const { count } = gathering(store, repeatable)
  for (const key of ['a', 'b']) count(key)
  await writeGathered(world.db)
  for (const key of ['b', 'c']) count(key)
  back()
  await writeGathered(world.db)
  expect(written).toEqual([
    [
      ['a', 1],
      ['b', 2],
      ['c', 1],
    ],
  ])
})

it('counts nothing twice: what may have been written is forgotten', async () => {
  const { store, written, back } = away(BROKEN)
  const { count } = gathering(store)
  count('a')
  await writeGathered(world.db)
  back()
  count('b')
  await writeGathered(world.db)
  expect(written).toEqual([[['b', 1]]])
})

it('keeps at most five thousand keys that could not be written', async () => {
  const { store, written, back } = away(REFUSED)
  const { count } = gathering(store)
  for (let n = 0; n < 12_000; n++) count(String(n))
  await writeGathered(world.db)
  back()
  await writeGathered(world.db)
  expect(written.map(entries => entries.length)).toEqual([5000])
})

it('is not over before a write that is under way is, so that nothing is lost when the process ends', async () => {
  let finish = () => {}
  const slow = new Promise<void>(resolve => {
    finish = resolve
  })
  const done: string[] = []
  const { count } = gathering(async () => {
    await slow
    done.push('written')
  })
  count('a')
  const first = writeGathered(world.db)
  const last = writeGathered(world.db).then(() => done.push('ended'))
  finish()
  await Promise.all([first, last])
  expect(done).toEqual(['written', 'ended'])
})
