import { z } from 'zod'
import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'
import { gitHubAddresses } from '@/lib/github/addresses'
import { impatientFetch, octokit } from '@/lib/github/octokit'
import { log } from '@/lib/log'
import { CONSENT_CALLBACK } from './consent'

/** A token of GitHub's, and whose it is. */
export interface Granted {
  token: string
  scopes: string[]
  /** GitHub's numeric id of the user, as text, and what they are called. */
  subject: string
  login: string
}

const tokenSchema = z.object({ access_token: z.string().min(1), scope: z.string().default('') })

/** Trades a code for a token, and asks whose it is. Null when GitHub does not go along; no error tells the token. */
export async function exchangeCode(
  ctx: Ctx,
  { code, verifier }: { code: string; verifier: string },
): Promise<Granted | null> {
  try {
    const { GITHUB_ID: client_id = '', GITHUB_SECRET: client_secret = '' } = env()
    const redirect_uri = ctx.issuer + CONSENT_CALLBACK
    const answer = await impatientFetch(`${gitHubAddresses(env()).web}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ client_id, client_secret, code, redirect_uri, code_verifier: verifier }),
    })
    const { access_token: token, scope } = tokenSchema.parse(await answer.json())
    const { data } = await octokit(token).rest.users.getAuthenticated()
    const scopes = scope.split(/[ ,]+/).filter(Boolean)
    return { token, scopes, subject: String(data.id), login: data.login }
  } catch (error) {
    // The error may hold the request, and with it the token.
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'GitHub gave no access')
    return null
  }
}
