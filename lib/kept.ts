import type { Db } from './db'

/**
 * A first-in-first-out cache of at most `many` entries, apart for each database: for what is found out about a text that
 * callers send again and again, and that can never change, such as whether a signature is ours.
 */
export class Kept<T> {
  private readonly values = new WeakMap<Db, Map<string, T>>()

  constructor(private readonly many: number) {}

  get(db: Db, text: string): T | undefined {
    return this.values.get(db)?.get(text)
  }

  set(db: Db, text: string, value: T): void {
    const known = this.values.get(db) ?? new Map<string, T>()
    this.values.set(db, known)
    known.set(text, value)
    const [oldest] = known.keys()
    if (known.size > this.many && oldest !== undefined) known.delete(oldest)
  }
}
