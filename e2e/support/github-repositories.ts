import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from './http'

/** A repository as tests script it; what is not said is a public one with commits. */
export interface GitHubRepository {
  /** `owner/repo`. */
  name: string
  private?: boolean
  archived?: boolean
  /** No commit on its main branch: none at all, or only on others. */
  commits?: 'none' | 'elsewhere'
  /** The person may read it, and no more. */
  readOnly?: boolean
  /** Its organization asks for single sign-on. */
  sso?: boolean
  pushedAt?: string
}

/** How GitHub's API refuses a person's calls. */
export interface GitHubRefusal {
  status: number
  headers?: Record<string, string>
}

interface Asked {
  request: IncomingMessage
  response: ServerResponse
  url: URL
}

/** What a token gets to see. */
export interface Seen {
  repositories: GitHubRepository[]
  scopes: string[]
}

const REPOSITORY = /^\/api\/v3\/repos\/([^/]+\/[^/]+)(\/commits)?$/

/** Answers what GitHub's API says of repositories; whether the path is one of its own. */
export function answerAboutRepositories({ request, response, url }: Asked, seen: Seen): boolean {
  if (request.method !== 'GET') return false
  if (url.pathname === '/api/v3/user/repos') {
    list({ request, response, url }, seen)
    return true
  }
  const [, name, commits] = REPOSITORY.exec(url.pathname) ?? []
  if (!name) return false
  const repository = visible(seen).find(one => one.name.toLowerCase() === name.toLowerCase())
  if (!repository) json(response, { message: 'Not Found' }, 404)
  else if (repository.sso) {
    response.setHeader('x-github-sso', 'required; url=https://github.com/orgs/acme/sso')
    json(response, { message: 'Resource protected by organization SAML enforcement.' }, 403)
  } else if (commits) answerCommits(response, repository)
  else json(response, bodyOf(repository))
  return true
}

/** Private repositories come with a scope. */
function visible({ repositories, scopes }: Seen): GitHubRepository[] {
  return repositories.filter(one => !one.private || scopes.includes('repo'))
}

/** A page of them, with the Link header that leads on (RFC 8288). */
function list({ request, response, url }: Asked, seen: Seen): void {
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const page = Number(url.searchParams.get('page') ?? 1)
  const all = visible(seen)
  if (page * size < all.length) {
    const next = new URL(url.pathname + url.search, `http://${request.headers.host}`)
    next.searchParams.set('page', String(page + 1))
    response.setHeader('link', `<${next.href}>; rel="next"`)
  }
  json(response, all.slice((page - 1) * size, page * size).map(bodyOf))
}

function answerCommits(response: ServerResponse, { commits }: GitHubRepository): void {
  if (commits === 'none') json(response, { message: 'Git Repository is empty.' }, 409)
  else if (commits === 'elsewhere') json(response, { message: 'Not Found' }, 404)
  else json(response, [{ sha: '0'.repeat(40) }])
}

function bodyOf({ name: full_name, archived = false, pushedAt, ...repository }: GitHubRepository) {
  const [login, name] = full_name.split('/')
  return {
    name,
    full_name,
    owner: { login },
    private: repository.private ?? false,
    archived,
    disabled: false,
    permissions: { admin: false, push: !repository.readOnly, pull: true },
    default_branch: 'main',
    pushed_at: pushedAt ?? null,
  }
}
