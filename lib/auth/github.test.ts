import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gitHubProfile, gitHubProvider } from './github'

type Emails = { email: string; primary: boolean; verified: boolean }[]

const KEYS = { GITHUB_ID: 'id', GITHUB_SECRET: 'secret' }
let emails: Emails = []
let web = ''
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.url} ${request.headers.authorization}`)
  response.end(JSON.stringify(emails))
})

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  web = `http://127.0.0.1:${portOf(server.address())}`
})
afterAll(() => server.close())

describe('gitHubProvider', () => {
  it('is there when it is configured', () => {
    expect(
      gitHubProvider({ GITHUB_ID: undefined, GITHUB_SECRET: undefined, GITHUB_URL: 'https://github.com' }),
    ).toBeNull()
    expect(gitHubProvider({ ...KEYS, GITHUB_URL: 'https://github.com' })).toMatchObject({
      options: { userinfo: { url: 'https://api.github.com/user' }, issuer: 'https://github.com/login/oauth' },
    })
  })

  it('finds the API of an Enterprise Server below its own address', () => {
    expect(gitHubProvider({ ...KEYS, GITHUB_URL: 'https://github.acme.example' })).toMatchObject({
      options: {
        userinfo: { url: 'https://github.acme.example/api/v3/user' },
        authorization: { url: 'https://github.acme.example/login/oauth/authorize' },
        token: 'https://github.acme.example/login/oauth/access_token',
      },
    })
  })

  it('believes the primary address when GitHub has verified it', async () => {
    emails = [
      { email: 'other@example.org', primary: false, verified: true },
      { email: 'ada@example.org', primary: true, verified: true },
    ]
    expect(await emailAfterSignIn()).toBe('ada@example.org')
    expect(asked.at(-1)).toBe('/api/v3/user/emails Bearer a-token')
  })

  it('believes no other: not the one in the profile, not an unverified one', async () => {
    emails = [
      { email: 'ada@example.org', primary: true, verified: false },
      { email: 'other@example.org', primary: false, verified: true },
    ]
    expect(await emailAfterSignIn()).toBeUndefined()
    emails = []
    expect(await emailAfterSignIn()).toBeUndefined()
  })
})

describe('gitHubProfile', () => {
  it('goes by the numeric id, and drops an address that is none', () => {
    expect(gitHubProfile.parse({ id: 4711, login: 'ada', email: 'no address', extra: true })).toEqual({
      id: 4711,
      login: 'ada',
      email: null,
    })
    expect(gitHubProfile.safeParse({ id: 'ada', login: 'ada' }).success).toBe(false)
  })
})

/** What the provider reports after GitHub has shown a profile with some address. */
async function emailAfterSignIn(): Promise<unknown> {
  const userinfo = gitHubProvider({ ...KEYS, GITHUB_URL: web })?.options?.userinfo
  if (typeof userinfo !== 'object' || !userinfo.request) throw new Error('The provider asks for no profile.')
  const profile = { id: 4711, login: 'ada', email: 'shown@example.org' }
  const asked = { client: { userinfo: async () => profile }, tokens: { access_token: 'a-token' } }
  return (await userinfo.request(forRequest(asked))).email
}

/** Of next-auth's context, `request` uses the client's `userinfo` and the access token. */
function forRequest(context: object) {
  return context as never
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
