import { expect, it, vi } from 'vitest'
import type { Db } from './db'
import { Gathered, writeGathered } from './gathered'
import { testWorld } from './testing/context'

const world = testWorld()

function gathering(store: (db: Db, entries: [string, number][]) => Promise<unknown>) {
  const gathered = new Gathered<number>('numbers', store)
  return { count: (key: string) => gathered.add(world.db, key, (known = 0) => known + 1) }
}

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

it('forgets what could not be written, and goes on', async () => {
  const written: unknown[] = []
  let broken = true
  const { count } = gathering(async (_db, entries) => {
    if (broken) throw new Error('the database is away')
    written.push(entries)
  })
  count('a')
  await writeGathered(world.db)
  broken = false
  count('b')
  await writeGathered(world.db)
  expect(written).toEqual([[['b', 1]]])
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
