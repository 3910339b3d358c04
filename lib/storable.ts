/** What PostgreSQL cannot keep: U+0000, and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** Whether a text can be stored, searched for and signed as it is. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text)
}

type Path = (string | number)[]

/** Where in plain data a text stands that cannot be stored; null: nowhere. Names of members are texts too. */
export function unstorableIn(value: unknown, path: Path = []): Path | null {
  if (typeof value === 'string') return isStorable(value) ? null : path
  if (Array.isArray(value)) return firstOf(value.entries(), path)
  if (!isPlain(value)) return null
  return Object.keys(value).every(isStorable) ? firstOf(Object.entries(value), path) : path
}

function firstOf(members: Iterable<[string | number, unknown]>, path: Path): Path | null {
  for (const [name, member] of members) {
    const found = unstorableIn(member, [...path, name])
    if (found) return found
  }
  return null
}

/** Neither a date nor bytes, which hold no text. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
