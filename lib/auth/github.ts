import GitHub, { type GithubProfile } from 'next-auth/providers/github'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import type { Env } from '@/lib/env'
import { gitHubAddresses } from '@/lib/github/addresses'

const TIMEOUT = 10_000

/** What is used of GitHub's answer. `email` is a verified address, or nothing. */
export const gitHubProfile = z.object({
  id: z.number().int().positive(),
  login: z.string().min(1),
  name: z.string().nullish(),
  email: z.email().toLowerCase().nullish().catch(null),
})

const emailList = z
  .array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))
  .catch([])

/** GitHub, or the GitHub Enterprise Server at `GITHUB_URL`; null when it is not configured. */
export function gitHubProvider(
  env: Pick<Env, 'GITHUB_ID' | 'GITHUB_SECRET' | 'GITHUB_URL'>,
): OAuthConfig<GithubProfile> | null {
  const { GITHUB_ID: clientId, GITHUB_SECRET: clientSecret, GITHUB_URL: web } = env
  if (!clientId || !clientSecret) return null
  const { api } = gitHubAddresses(env)
  return GitHub({
    clientId,
    clientSecret,
    issuer: `${web}/login/oauth`,
    authorization: { url: `${web}/login/oauth/authorize` },
    token: `${web}/login/oauth/access_token`,
    userinfo: {
      url: `${api}/user`,
      async request({ client, tokens }) {
        const token = tokens.access_token ?? ''
        const profile = await client.userinfo<GithubProfile>(token)
        return { ...profile, email: await verifiedAddress(api, token) }
      },
    },
    httpOptions: { timeout: TIMEOUT },
    profile(answer) {
      const { id, login, name, email } = gitHubProfile.parse(answer)
      return { id: String(id), gitHubId: String(id), login, name: name || login, email: email ?? null }
    },
  })
}

/** The primary address, if GitHub has seen it confirmed: the profile shows addresses that nobody checked. */
async function verifiedAddress(api: string, token: string): Promise<string | undefined> {
  const answer = await fetch(`${api}/user/emails`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const emails = answer.ok ? emailList.parse(await answer.json()) : []
  return emails.find(email => email.primary && email.verified)?.email
}
