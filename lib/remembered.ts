interface Remembered<K, T> {
  /** What was loaded for `key`, no older than the agreed time. Callers at once share one load. */
  of(key: K): Promise<T>
  /** For whoever changed it: the next caller in this process loads again. */
  forget(key: K): void
}

/**
 * A cache with a time to live, in milliseconds of real time, for a value that every request reads and hardly anybody
 * changes. A failed load is not kept. Other processes, and Next's copy of the code, learn of a change when theirs runs out.
 */
export function remembered<K extends object, T>(
  milliseconds: number,
  load: (key: K) => Promise<T>,
): Remembered<K, T> {
  const kept = new WeakMap<K, { value: Promise<T>; until: number }>()
  return {
    of(key) {
      const known = kept.get(key)
      if (known && performance.now() < known.until) return known.value
      const value = load(key)
      kept.set(key, { value, until: performance.now() + milliseconds })
      value.catch(() => kept.delete(key))
      return value
    },
    forget: key => kept.delete(key),
  }
}
