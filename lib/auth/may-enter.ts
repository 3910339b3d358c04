import type { AuthOptions } from 'next-auth'
import { type Refusal, refuseEmail, refuseNewGitHub } from '@/lib/accounts/admission'
import { linkGitHub } from '@/lib/accounts/link-github'
import { seeGitHubUser } from '@/lib/accounts/see-github'
import { AppError } from '@/lib/errors'
import { gitHubProfile } from './github'
import type { Visit } from './visit'

type Arrival = Parameters<NonNullable<NonNullable<AuthOptions['callbacks']>['signIn']>>[0]

/** next-auth asks whether an identity that was just proved may enter: yes, or the page that says why not. */
export async function mayEnter(visit: Visit, { account, profile, user }: Arrival): Promise<true | string> {
  if (account?.provider === 'github') return mayEnterByGitHub(visit, profile)
  return refusedOr(await refuseEmail(visit.ctx, user.email ?? ''))
}

async function mayEnterByGitHub({ ctx, linking }: Visit, profile: unknown): Promise<true | string> {
  const { id, login, email = null } = gitHubProfile.parse(profile)
  const user = { subject: String(id), login }
  if (linking) {
    const actor = { kind: 'user' as const, accountId: linking.accountId, name: linking.name, role: null }
    return toAccountPage(linkGitHub({ ...ctx, actor }, user))
  }
  if (await seeGitHubUser(ctx, { ...user, email })) return true
  return refusedOr(await refuseNewGitHub(ctx, email))
}

async function toAccountPage(work: Promise<void>): Promise<string> {
  try {
    await work
    return '/account?linked=github'
  } catch (error) {
    if (error instanceof AppError) return '/account?error=GitHubNotLinked'
    throw error
  }
}

const CODES: Record<Refusal, string> = {
  EMAIL_USES_GITHUB: 'EmailUsesGitHub',
  GITHUB_ADDRESS_IN_USE: 'GitHubAddressInUse',
}

function refusedOr(refusal: Refusal | null): true | string {
  return refusal === null ? true : `/sign-in?error=${CODES[refusal]}`
}
