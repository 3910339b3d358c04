export interface Change {
  name: string
  before: string
  after: string
}

/** The values of an entry side by side, by name; empty text where one was not there. */
export function changesOf({ before, after }: { before: unknown; after: unknown }): Change[] {
  const old = new Map(Object.entries(before ?? {}))
  const fresh = new Map(Object.entries(after ?? {}))
  const names = [...new Set([...old.keys(), ...fresh.keys()])]
  return names.map(name => ({ name, before: shown(old.get(name)), after: shown(fresh.get(name)) }))
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  if (value === null) return 'none'
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}
