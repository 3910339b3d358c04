import { createHash } from 'node:crypto'
import { authorizeIn } from '@/lib/access/authorize'
import { ownAccountId } from '@/lib/accounts/person'
import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { gitHubAddresses } from '@/lib/github/addresses'
import { newToken } from '@/lib/secrets'
import { PRIVATE_SCOPE } from './access'
import { CONSENT_CALLBACK, CONSENT_SECONDS, sealConsent } from './consent'
import type { StartConsentInput } from './schema'

export interface StartedConsent {
  /** GitHub's page that asks. */
  url: string
  /** For a cookie, until GitHub leads back. */
  sealed: string
}

/** What sign-in asks for as well, and enough for public repositories. Empty would mean all that was ever granted. */
const LEAST_SCOPE = 'read:user'

/** Asks GitHub, apart from signing in, to let us read repositories. CONFLICT for who does not sign in with GitHub. */
export async function startConsent(ctx: Ctx, { includePrivate }: StartConsentInput): Promise<StartedConsent> {
  authorizeIn(ctx, 'repository:choose')
  const accountId = ownAccountId(ctx)
  const identity = await ctx.db.identity.findUnique({
    where: { accountId_provider: { accountId, provider: 'GITHUB' } },
    select: { login: true },
  })
  const { GITHUB_ID } = env()
  if (!identity || !GITHUB_ID)
    throw new AppError('CONFLICT', 'Link GitHub to your account first, under Account.')
  const [state, verifier] = [newToken(''), newToken('')]
  const url = new URL(`${gitHubAddresses(env()).web}/login/oauth/authorize`)
  url.search = new URLSearchParams({
    client_id: GITHUB_ID,
    redirect_uri: ctx.issuer + CONSENT_CALLBACK,
    scope: includePrivate ? `${LEAST_SCOPE} ${PRIVATE_SCOPE}` : LEAST_SCOPE,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    allow_signup: 'false',
    ...(identity.login !== null && { login: identity.login }),
  }).toString()
  const expiresAt = ctx.clock.now().getTime() + CONSENT_SECONDS * 1000
  const organizationId = ctx.organization.id
  return {
    url: url.href,
    sealed: sealConsent(ctx.secrets, { state, verifier, accountId, organizationId, expiresAt }),
  }
}
