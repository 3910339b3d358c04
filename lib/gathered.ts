import type { Db } from './db'
import { log } from './log'

interface How {
  /** Milliseconds between writes: what is gathered is that much behind. */
  every: number
  /** Whether a failed write is tried again with the next; else it is forgotten. */
  again: boolean
}

const USUAL: How = { every: 10_000, again: false }
/** Entries that are written at once, before their time: what callers make up must not fill the memory. */
const MANY = 10_000

const all: { write(db: Db): Promise<void> }[] = []

/**
 * Small facts that requests leave behind, by key: gathered in this process and written together every ten seconds, so
 * that no request waits for a write. A failed write is logged and forgotten, unless told otherwise.
 */
export class Gathered<T> {
  private pending = new Map<string, T>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<unknown> = Promise.resolve()

  /** `what` completes the sentence "… could not be written". */
  constructor(
    private readonly what: string,
    private readonly store: (db: Db, entries: [string, T][]) => Promise<unknown>,
    private readonly how: How = USUAL,
  ) {
    all.push(this)
  }

  /** Puts what is now known in place of what was known of this key since the last write. */
  add(db: Db, key: string, merge: (known: T | undefined) => T): void {
    this.pending.set(key, merge(this.pending.get(key)))
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

  private async writeNow(db: Db, entries: [string, T][]): Promise<void> {
    try {
      await this.store(db, entries)
    } catch (error) {
      log.warn({ err: error }, `${this.what} could not be written`)
      if (this.how.again) this.keep(db, entries)
    }
  }

  private writeLater(db: Db): void {
    this.timer ??= setTimeout(() => void this.write(db), this.how.every).unref()
  }

  /** Half as many as are written at once: the memory is bounded, and not every later entry is a reason to try again. */
  private keep(db: Db, entries: [string, T][]): void {
    this.pending = new Map([...entries, ...this.pending].slice(-MANY / 2))
    this.writeLater(db)
  }
}

/** Writes everything that this process has gathered; once more before it ends. */
export async function writeGathered(db: Db): Promise<void> {
  await Promise.all(all.map(one => one.write(db)))
}
