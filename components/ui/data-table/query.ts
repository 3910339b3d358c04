/** What a table asks its URL for: the page's own search parameters, by name. */
export type TableQuery = Record<string, string>

type SearchParams = Record<string, string | string[] | undefined>

/** Names that say how the list is shown; every other parameter in a page's address narrows it. */
export const PRESENTATION: ReadonlySet<string> = new Set(['size', 'sort', 'dir', 'after', 'before'])

/** Parameters that open something over the list and are none of its business. */
const OVERLAYS = new Set(['create', 'problem'])

/** Server and browser must name the same question alike: empty values dropped, the last of a repeated name, sorted. */
export function canonicalQuery(params: SearchParams): TableQuery {
  const entries = Object.entries(params)
    .map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value] as const)
    .filter((entry): entry is [string, string] => Boolean(entry[1]) && !OVERLAYS.has(entry[0]))
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The key of a list in the query cache; `[url]` alone names all its pages, for invalidation. */
export function tableKey(url: string, query: TableQuery): [string, string] {
  return [url, new URLSearchParams(query).toString()]
}

/** Whether the list was narrowed, so that "nothing found" is not "nothing there". */
export function isFiltered(query: TableQuery): boolean {
  return Object.keys(query).some(name => !PRESENTATION.has(name))
}

/** The query without what narrows it. */
export function withoutFilters(query: TableQuery): TableQuery {
  const kept = Object.entries(query).filter(([name]) => ['size', 'sort', 'dir'].includes(name))
  return Object.fromEntries(kept)
}

/** The query with some parameters changed (null removes). Anything but turning the page leads back to the first. */
export function changedQuery(query: TableQuery, changes: Record<string, string | null>): TableQuery {
  const { after: _after, before: _before, ...rest } = query
  const next: SearchParams = { ...rest }
  for (const [name, value] of Object.entries(changes)) next[name] = value ?? undefined
  return canonicalQuery(next)
}
