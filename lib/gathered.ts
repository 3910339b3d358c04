import type { Db } from './db'
import { faultOf, log } from './log'
import { wasNotSent } from './unreachable'

interface How<T> {
  /** Completes the sentence "… could not be written". */
  what: string
  store: (db: Db, entries: [string, T][]) => Promise<unknown>
  /** What is known of a key after `later`. */
  merge: (known: T, later: T) => T
  /** Whether storing the same entries twice does no harm. */
  repeatable: boolean
  /** Milliseconds between writes: what is gathered is that much behind. */
  every?: number
}

const USUALLY = 10_000
/** Entries that are written at once, before their time: what callers make up must not fill the memory. */
const MANY = 10_000

const all: { write(db: Db): Promise<void> }[] = []

/**
 * A write-behind buffer: small facts that requests leave behind, by key, are written together every ten seconds, so that
 * no request waits for a write. What a failed write did not store goes with the next, if that counts nothing twice.
 */
export class Gathered<T> {
  private pending = new Map<string, T>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<unknown> = Promise.resolve()

  constructor(private readonly how: How<T>) {
    all.push(this)
  }

  /** Adds what is now known of this key to what was known of it since the last write. */
  add(db: Db, key: string, fact: T): void {
    this.put(key, fact)
    if (this.pending.size >= MANY) void this.write(db)
    else this.writeLater(db)
  }

  /** Resolves when all that was gathered is written, what another write has under way included. */
  async write(db: Db): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const entries = [...this.pending]
    this.pending = new Map()
    if (entries.length > 0) this.writing = Promise.all([this.writing, this.writeNow(db, entries)])
    await this.writing
  }

  private put(key: string, fact: T): void {
    const known = this.pending.get(key)
    this.pending.set(key, known === undefined ? fact : this.how.merge(known, fact))
  }

  private async writeNow(db: Db, entries: [string, T][]): Promise<void> {
    try {
      await this.how.store(db, entries)
    } catch (error) {
      log.warn(faultOf(error), `${this.how.what} could not be written`)
      if (this.how.repeatable || wasNotSent(error)) this.keep(db, entries)
    }
  }

  private writeLater(db: Db): void {
    this.timer ??= setTimeout(() => void this.write(db), this.how.every ?? USUALLY).unref()
  }

  /** Half as many as are written at once: the memory is bounded, and not every later entry is a reason to try again. */
  private keep(db: Db, entries: [string, T][]): void {
    const since = this.pending
    this.pending = new Map(entries)
    for (const [key, fact] of since) this.put(key, fact)
    this.pending = new Map([...this.pending].slice(-MANY / 2))
    this.writeLater(db)
  }
}

/** Writes everything that this process has gathered; once more before it ends. */
export async function writeGathered(db: Db): Promise<void> {
  await Promise.all(all.map(one => one.write(db)))
}
