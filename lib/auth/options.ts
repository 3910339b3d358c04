import type { AuthOptions } from 'next-auth'
import Email from 'next-auth/providers/email'
import { authSecret } from '@/lib/accounts/link-token'
import { ownPath } from '@/lib/accounts/own-path'
import { LINK_MINUTES, SESSION_DAYS } from '@/lib/accounts/terms'
import { DAY_SECONDS } from '@/lib/days'
import { env, isHttps } from '@/lib/env'
import { log } from '@/lib/log'
import { newToken } from '@/lib/secrets'
import { visitAdapter } from './adapter'
import { gitHubProvider } from './github'
import { mayEnter } from './may-enter'
import type { Visit } from './visit'

/** next-auth for one visit: our tables, our rules about who may enter, and no page of its own. */
export function authOptions(visit: Visit): AuthOptions {
  const { issuer, secrets } = visit.ctx
  return {
    adapter: visitAdapter(visit),
    secret: authSecret(secrets),
    providers: [emailProvider, gitHubProvider(env())].filter(provider => provider !== null),
    session: {
      strategy: 'database',
      maxAge: SESSION_DAYS * DAY_SECONDS,
      generateSessionToken: () => newToken('writ_s_'),
    },
    useSecureCookies: isHttps({ WRIT_URL: issuer }),
    pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/check-mail' },
    callbacks: {
      signIn: arrival => mayEnter(visit, arrival),
      redirect: ({ url }) => new URL(issuer).origin + ownPath(url, issuer),
    },
    logger: { error: logRefusal, warn: () => {}, debug: () => {} },
  }
}

/** Only spends links: `sendSignInLink` makes and mails them. */
const emailProvider = Email({
  maxAge: LINK_MINUTES * 60,
  normalizeIdentifier: email => email.trim().toLowerCase(),
  sendVerificationRequest: () => Promise.reject(new Error('Links are sent by sendSignInLink.')),
})

/** Errors of the OAuth client hold whole answers, tokens among them: only their messages may be logged. */
function logRefusal(code: string, metadata: unknown): void {
  const error = errorOf(metadata)
  log.warn({ code, reason: error?.message }, 'a sign-in failed')
}

function errorOf(metadata: unknown): Error | undefined {
  if (metadata instanceof Error) return metadata
  if (typeof metadata !== 'object' || metadata === null || !('error' in metadata)) return undefined
  return metadata.error instanceof Error ? metadata.error : undefined
}
