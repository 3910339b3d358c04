import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { revokeAtGitHub } from '@/lib/github/revoke'
import { openToken, sealToken } from '@/lib/github/token'
import { lockRow } from '@/lib/lock'
import { sameHash, tokenHash } from '@/lib/secrets'
import { type Consent, openConsent } from './consent'
import { exchangeCode, type Granted } from './exchange'
import type { ConsentAnswer, ConsentProblem } from './schema'

/** Where the person was when they left for GitHub, and what became of it; `problem` is null when access was granted. */
export interface FinishedConsent {
  organizationId: string | null
  problem: ConsentProblem | null
}

/** What GitHub sent the person back with. A token that is not this person's is given back at once. */
export async function finishConsent(
  ctx: Ctx,
  { sealed, ...answer }: ConsentAnswer & { sealed: string },
): Promise<FinishedConsent> {
  const accountId = ownAccountId(ctx)
  const consent = openConsent(ctx.secrets, sealed)
  if (!consent || consent.accountId !== accountId) return { organizationId: null, problem: 'STALE' }
  const { organizationId } = consent
  return { organizationId, problem: await accept(ctx, consent, answer) }
}

async function accept(
  ctx: Ctx,
  { state, verifier, accountId, expiresAt }: Consent,
  answer: ConsentAnswer,
): Promise<ConsentProblem | null> {
  if (!sameHash(tokenHash(state), tokenHash(answer.state))) return 'STALE'
  if (expiresAt <= ctx.clock.now().getTime()) return 'STALE'
  if (answer.error === 'access_denied') return 'DENIED'
  if (answer.code === '') return 'FAILED'
  const granted = await exchangeCode(ctx, { code: answer.code, verifier })
  if (!granted) return 'FAILED'
  const former = await keep(ctx, accountId, granted)
  if (former === 'OTHER_USER') await revokeAtGitHub(granted.token)
  if (former === 'OTHER_USER' || former === null) return former
  await revokeAtGitHub(openToken(ctx.secrets, accountId, former))
  return null
}

/** Stores the access; resolves to the sealed token that it takes the place of, if there is one. */
async function keep(ctx: Ctx, accountId: string, { token, scopes, subject, login }: Granted) {
  const sealedToken = sealToken(ctx.secrets, accountId, token)
  const grantedAt = ctx.clock.now()
  return ctx.db.$transaction(async tx => {
    // Of two consents at once the second waits here, and gives the token of the first back.
    await lockRow(tx, 'identity', { account_id: accountId, provider: 'GITHUB' })
    const identity = await tx.identity.findFirst({
      where: { accountId, provider: 'GITHUB', subject },
      select: { id: true },
    })
    if (!identity) return 'OTHER_USER'
    const data = { login, sealedToken, scopes, grantedAt, lostAt: null }
    const where = { identityId: identity.id }
    const former = await tx.gitHubAccess.findUnique({ where, select: { sealedToken: true } })
    await tx.gitHubAccess.upsert({
      where,
      create: { ...where, accountId, ...data },
      update: data,
      select: { identityId: true },
    })
    await record(tx, ctx, {
      action: 'repository.allow',
      object: { type: 'github-access', id: identity.id, name: login },
      organizationId: null,
      after: { scopes },
    })
    return former?.sealedToken ?? null
  })
}
