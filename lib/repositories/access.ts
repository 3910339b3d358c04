import type { Octokit } from 'octokit'
import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { GitHubFailure, toFailure } from '@/lib/github/failure'
import { octokit } from '@/lib/github/octokit'
import { openToken } from '@/lib/github/token'
import { limitReached } from '@/lib/limits/take'

/** What a person has allowed us at GitHub. */
export type AccessView =
  | { state: 'NONE' }
  /** GitHub does not accept it any more: it was taken back there, or ran out. */
  | { state: 'LOST'; login: string }
  | { state: 'GRANTED'; login: string; includesPrivate: boolean; grantedAt: Date }

/** The private repositories of an OAuth app come with this scope; GitHub has none that only reads. */
export const PRIVATE_SCOPE = 'repo'

export async function accessOf(ctx: Ctx): Promise<AccessView> {
  const access = await ctx.db.gitHubAccess.findUnique({
    where: { accountId: ownAccountId(ctx) },
    select: { login: true, scopes: true, grantedAt: true, lostAt: true },
  })
  if (!access) return { state: 'NONE' }
  const { login, scopes, grantedAt, lostAt } = access
  if (lostAt) return { state: 'LOST', login }
  return { state: 'GRANTED', login, includesPrivate: scopes.includes(PRIVATE_SCOPE), grantedAt }
}

/**
 * Asks GitHub in the person's name. FORBIDDEN without access, LIMIT, CONFLICT when GitHub does not answer. Access that
 * GitHub does not accept is forgotten. What else GitHub refuses is thrown on as a GitHubFailure.
 */
export async function askGitHub<T>(ctx: Ctx, ask: (github: Octokit) => Promise<T>): Promise<T> {
  const accountId = ownAccountId(ctx)
  const access = await ctx.db.gitHubAccess.findUnique({
    where: { accountId },
    select: { identityId: true, login: true, sealedToken: true },
  })
  if (!access?.sealedToken) throw new AppError('FORBIDDEN', 'Allow access to your repositories first.')
  const { identityId, login, sealedToken } = access
  try {
    return await ask(octokit(openToken(ctx.secrets, accountId, sealedToken)))
  } catch (error) {
    const told = toFailure(error, ctx.clock.now())
    if (!(told instanceof GitHubFailure)) throw told
    if (told.failure.kind === 'LOST') await forget(ctx, { identityId, login, sealedToken })
    throw refusalOf(told)
  }
}

function refusalOf(told: GitHubFailure): Error {
  switch (told.failure.kind) {
    case 'LOST':
      return new AppError('FORBIDDEN', 'GitHub does not accept your access any more. Allow it again.')
    case 'LIMITED':
      return limitReached('GitHub limits how often it may be asked.', told.failure.wait)
    case 'UNAVAILABLE':
      return new AppError('CONFLICT', 'GitHub did not answer as it should. Try again in a moment.')
    default:
      return told
  }
}

interface Known {
  identityId: string
  login: string
  sealedToken: Uint8Array<ArrayBuffer>
}

/** Only the token that GitHub refused: one granted meanwhile stays. */
async function forget(ctx: Ctx, { identityId, login, sealedToken }: Known): Promise<void> {
  await ctx.db.$transaction(async tx => {
    const { count } = await tx.gitHubAccess.updateMany({
      where: { identityId, sealedToken },
      data: { sealedToken: null, lostAt: ctx.clock.now() },
    })
    if (count === 0) return
    const object = { type: 'github-access', id: identityId, name: login }
    await record(tx, ctx, { action: 'repository.access-lost', object, organizationId: null })
  })
}
