import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerAboutRepositories, type GitHubRefusal, type GitHubRepository } from './github-repositories'
import { bodyOf, json, type Running, serve } from './http'

/** A GitHub user as tests script it. `publicEmail` is what the profile shows, verified or not. */
export interface GitHubPerson {
  id: number
  login: string
  name: string | null
  publicEmail: string | null
  emails: { email: string; primary: boolean; verified: boolean }[]
  repositories?: GitHubRepository[]
  /** The person presses Cancel on GitHub's page. */
  denies?: boolean
  /** GitHub's API fails. */
  broken?: boolean
  /** How it refuses whatever is asked about repositories. */
  refuses?: GitHubRefusal
}

export const DOUBLE_CLIENT = { id: 'writ-e2e', secret: 'the-double-s-client-secret' }
/** Names the person whom the browser is signed in as at GitHub. */
export const PERSON_COOKIE = 'github-double-person'

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void

/** What a code or a token stands for. */
interface Grant {
  personId: string
  scope: string
  /** PKCE: what the verifier must hash to. */
  challenge: string | null
}

const NOBODY: Grant = { personId: '', scope: '', challenge: null }

/**
 * What Writ asks of GitHub: authorize, access token, user, e-mail addresses, repositories, and to revoke a token.
 * `PUT /_people` scripts a person; `DELETE /_tokens/<id>` takes back, as the person does in their settings.
 */
export function startGitHubDouble(): Promise<Running> {
  const people = new Map<string, GitHubPerson>()
  const codes = new Map<string, Grant>()
  const tokens = new Map<string, Grant>()
  const spent: string[] = []
  const grantOf = (request: IncomingMessage) =>
    tokens.get(request.headers.authorization?.replace(/^(Bearer|token) /i, '') ?? '') ?? NOBODY
  const personOf = (request: IncomingMessage) => people.get(grantOf(request).personId)
  const endTokens = (ends: (token: string, grant: Grant) => boolean) => {
    const ended = [...tokens].filter(([token, grant]) => ends(token, grant)).map(([token]) => token)
    for (const token of ended) tokens.delete(token)
    spent.push(...ended)
    return ended.length
  }

  const routes: Record<string, Handler> = {
    'PUT /_people': async (request, response) => {
      const person: GitHubPerson = JSON.parse(await bodyOf(request))
      people.set(String(person.id), person)
      json(response, person)
    },
    'DELETE /_tokens': (_request, response, url) =>
      json(
        response,
        endTokens((_, { personId }) => personId === url.searchParams.get('person')),
      ),
    'GET /_tokens': (_request, response, url) =>
      json(
        response,
        [...tokens.values()].filter(({ personId }) => personId === url.searchParams.get('person')),
      ),
    'GET /_secrets': (_request, response) => json(response, [...codes.keys(), ...tokens.keys(), ...spent]),
    'GET /login/oauth/authorize': (request, response, url) => {
      const asked = url.searchParams
      const person = people.get(cookieOf(request) ?? '')
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.searchParams.set('state', asked.get('state') ?? '')
      const grant = {
        personId: String(person?.id),
        scope: asked.get('scope') ?? '',
        challenge: asked.get('code_challenge'),
      }
      if (!person || person.denies) back.searchParams.set('error', 'access_denied')
      else back.searchParams.set('code', remember(codes, 'code-', grant))
      response.writeHead(302, { location: back.href }).end()
    },
    'POST /login/oauth/access_token': async (request, response) => {
      const form = new URLSearchParams(await bodyOf(request))
      const code = form.get('code') ?? ''
      const grant = codes.get(code) ?? NOBODY
      if (!isOurClient(request, form)) return json(response, { error: 'incorrect_client_credentials' }, 401)
      if (grant.personId === '' || !verified(grant, form))
        return json(response, { error: 'bad_verification_code' })
      // A code works once; it stays in the map, under nobody, for `/_secrets`.
      codes.set(code, NOBODY)
      const scope = grant.scope.split(/[ ,]+/).join(',')
      json(response, { access_token: remember(tokens, 'gho_', grant), token_type: 'bearer', scope })
    },
    [`DELETE /api/v3/applications/${DOUBLE_CLIENT.id}/token`]: async (request, response) => {
      const { access_token: wanted } = JSON.parse(await bodyOf(request))
      if (!isOurClient(request, new URLSearchParams())) return json(response, { message: 'Not Found' }, 404)
      if (endTokens(token => token === wanted) === 0) return json(response, { message: 'Not Found' }, 404)
      response.writeHead(204).end()
    },
    'GET /api/v3/user': (request, response) => {
      const person = personOf(request)
      if (!person || person.broken) return json(response, { message: 'Bad credentials' }, person ? 502 : 401)
      json(response, { id: person.id, login: person.login, name: person.name, email: person.publicEmail })
    },
    'GET /api/v3/user/emails': (request, response) => json(response, personOf(request)?.emails ?? []),
  }

  const api: Handler = (request, response, url) => {
    const person = personOf(request)
    if (!person) return json(response, { message: 'Bad credentials' }, 401)
    if (person.refuses) {
      for (const [name, value] of Object.entries(person.refuses.headers ?? {}))
        response.setHeader(name, value)
      return json(response, { message: 'Refused' }, person.refuses.status)
    }
    const seen = { repositories: person.repositories ?? [], scopes: grantOf(request).scope.split(/[ ,]+/) }
    if (!answerAboutRepositories({ request, response, url }, seen))
      json(response, { message: 'Not Found' }, 404)
  }

  return serve(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = routes[`${request.method} ${url.pathname}`]
    if (route) await route(request, response, url)
    else if (url.pathname.startsWith('/api/v3/')) await api(request, response, url)
    else json(response, { message: 'Not Found' }, 404)
  })
}

function remember(secrets: Map<string, Grant>, prefix: string, grant: Grant): string {
  const secret = prefix + randomBytes(20).toString('hex')
  secrets.set(secret, grant)
  return secret
}

function cookieOf(request: IncomingMessage): string | undefined {
  return request.headers.cookie?.match(new RegExp(`${PERSON_COOKIE}=(\\d+)`))?.[1]
}

/** RFC 7636 §4.6: who sent a challenge must know its verifier. */
function verified({ challenge }: Grant, form: URLSearchParams): boolean {
  const verifier = form.get('code_verifier') ?? ''
  return challenge === null || createHash('sha256').update(verifier).digest('base64url') === challenge
}

/** RFC 6749 §2.3.1: the client authenticates with HTTP Basic, or in the form. */
function isOurClient(request: IncomingMessage, form: URLSearchParams): boolean {
  const { id, secret } = DOUBLE_CLIENT
  if (form.get('client_id') === id && form.get('client_secret') === secret) return true
  return request.headers.authorization === `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
}
