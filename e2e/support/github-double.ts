import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyOf, json, type Running, serve } from './http'

/** A GitHub user as tests script it. `publicEmail` is what the profile shows, verified or not. */
export interface GitHubPerson {
  id: number
  login: string
  name: string | null
  publicEmail: string | null
  emails: { email: string; primary: boolean; verified: boolean }[]
  /** The person presses Cancel on GitHub's page. */
  denies?: boolean
  /** GitHub's API fails. */
  broken?: boolean
}

export const DOUBLE_CLIENT = { id: 'writ-e2e', secret: 'the-double-s-client-secret' }
/** Names the person whom the browser is signed in as at GitHub. */
export const PERSON_COOKIE = 'github-double-person'

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void

/** What Writ asks of GitHub: authorize, access token, user, e-mail addresses. `PUT /_people` scripts a person. */
export function startGitHubDouble(): Promise<Running> {
  const people = new Map<string, GitHubPerson>()
  const codes = new Map<string, string>()
  const tokens = new Map<string, string>()
  const personOf = (request: IncomingMessage) =>
    people.get(tokens.get(request.headers.authorization?.replace(/^Bearer /i, '') ?? '') ?? '')

  const routes: Record<string, Handler> = {
    'PUT /_people': async (request, response) => {
      const person: GitHubPerson = JSON.parse(await bodyOf(request))
      people.set(String(person.id), person)
      json(response, person)
    },
    'GET /_secrets': (_request, response) => json(response, [...codes.keys(), ...tokens.keys()]),
    'GET /login/oauth/authorize': (request, response, url) => {
      const person = people.get(cookieOf(request) ?? '')
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      if (!person || person.denies) back.searchParams.set('error', 'access_denied')
      else back.searchParams.set('code', remember(codes, 'code-', person))
      response.writeHead(302, { location: back.href }).end()
    },
    'POST /login/oauth/access_token': async (request, response) => {
      const code = new URLSearchParams(await bodyOf(request)).get('code') ?? ''
      const person = people.get(codes.get(code) ?? '')
      if (!isOurClient(request)) return json(response, { error: 'incorrect_client_credentials' }, 401)
      if (!person) return json(response, { error: 'bad_verification_code' })
      // A code works once; it stays in the map, under nobody, for `/_secrets`.
      codes.set(code, '')
      const access_token = remember(tokens, 'gho_', person)
      json(response, { access_token, token_type: 'bearer', scope: 'read:user,user:email' })
    },
    'GET /api/v3/user': (request, response) => {
      const person = personOf(request)
      if (!person || person.broken) return json(response, { message: 'Bad credentials' }, person ? 502 : 401)
      json(response, { id: person.id, login: person.login, name: person.name, email: person.publicEmail })
    },
    'GET /api/v3/user/emails': (request, response) => json(response, personOf(request)?.emails ?? []),
  }

  return serve(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = routes[`${request.method} ${url.pathname}`]
    if (route) await route(request, response, url)
    else json(response, { message: 'Not Found' }, 404)
  })
}

function remember(secrets: Map<string, string>, prefix: string, person: GitHubPerson): string {
  const secret = prefix + randomBytes(20).toString('hex')
  secrets.set(secret, String(person.id))
  return secret
}

function cookieOf(request: IncomingMessage): string | undefined {
  return request.headers.cookie?.match(new RegExp(`${PERSON_COOKIE}=(\\d+)`))?.[1]
}

/** RFC 6749 §2.3.1: the client authenticates with HTTP Basic. */
function isOurClient(request: IncomingMessage): boolean {
  const expected = Buffer.from(`${DOUBLE_CLIENT.id}:${DOUBLE_CLIENT.secret}`).toString('base64')
  return request.headers.authorization === `Basic ${expected}`
}
