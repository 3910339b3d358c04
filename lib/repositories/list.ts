import type { Octokit } from 'octokit'
import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { EXACT_TOTAL, type Page } from '@/lib/page'
import { askGitHub } from './access'
import type { ListRepositoriesInput } from './schema'

export interface RepositoryRow {
  /** `owner/repo`. */
  fullName: string
  private: boolean
  archived: boolean
  /** Null: nothing was ever pushed. */
  pushedAt: Date | null
}

/** Repositories that GitHub gives at once, which is the most it does. */
const BATCH = 100

/** One page of the repositories that GitHub shows us of this person: of the 1,000 that were pushed to last. */
export async function listRepositories(ctx: Ctx, input: ListRepositoriesInput): Promise<Page<RepositoryRow>> {
  authorizeIn(ctx, 'repository:choose')
  const all = await askGitHub(ctx, readAll)
  const wanted = input.q.toLowerCase()
  const found = all.filter(({ fullName }) => fullName.toLowerCase().includes(wanted))
  return cut(found.sort(orderOf(input)), input)
}

/** GitHub searches no list of a person's own: all are read, one batch after another, as it asks callers to do. */
async function readAll(github: Octokit): Promise<RepositoryRow[]> {
  const batches = github.paginate.iterator(github.rest.repos.listForAuthenticatedUser, {
    sort: 'pushed',
    direction: 'desc',
    per_page: BATCH,
  })
  const rows: RepositoryRow[] = []
  for await (const { data } of batches) {
    rows.push(...data.map(toRow))
    if (rows.length > EXACT_TOTAL) break
  }
  return rows
}

interface Listed {
  full_name: string
  private: boolean
  archived?: boolean
  pushed_at: string | null
}

function toRow({ full_name, private: hidden, archived = false, pushed_at }: Listed): RepositoryRow {
  return { fullName: full_name, private: hidden, archived, pushedAt: pushed_at ? new Date(pushed_at) : null }
}

function orderOf({ sort, dir }: ListRepositoriesInput) {
  const way = dir === 'asc' ? 1 : -1
  const time = (row: RepositoryRow) => row.pushedAt?.getTime() ?? 0
  return (a: RepositoryRow, b: RepositoryRow) =>
    way * ((sort === 'name' ? 0 : time(a) - time(b)) || a.fullName.localeCompare(b.fullName))
}

/** Cursors count rows: `after` so many, or those `before` the one with this number. */
function cut(rows: RepositoryRow[], { size, after, before }: ListRepositoriesInput): Page<RepositoryRow> {
  const start = before === undefined ? count(after) : Math.max(0, count(before) - size)
  const end = start + size
  return {
    rows: rows.slice(start, end),
    total: Math.min(rows.length, EXACT_TOTAL + 1),
    next: end < rows.length ? String(end) : null,
    previous: start > 0 ? String(start) : null,
  }
}

function count(cursor: string | undefined): number {
  return Math.max(0, Number.parseInt(cursor ?? '0', 10) || 0)
}
