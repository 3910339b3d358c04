import type { AuthOptions } from 'next-auth'
import { type Refusal, refuseEmail, refuseNewGitHub } from '@/lib/accounts/admission'
import { type GitHubUser, type LinkOutcome, linkGitHub } from '@/lib/accounts/link-github'
import { seeGitHubUser } from '@/lib/accounts/see-github'
import { signInPath } from '@/lib/accounts/sign-in-path'
import type { Ctx } from '@/lib/context'
import { gitHubProfile } from './github'
import type { SignedIn } from './session'
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
  if (linking) return linkTo(linking.person, ctx, user)
  if (await seeGitHubUser(ctx, { ...user, email })) return true
  return refusedOr(await refuseNewGitHub(ctx, email))
}

/** A person whose session ended at GitHub must not end up with a new account instead of a linked one. */
async function linkTo(person: SignedIn | null, ctx: Ctx, user: GitHubUser): Promise<string> {
  if (!person) return signInPath({ error: 'LinkingInterrupted' })
  const actor = { kind: 'user' as const, accountId: person.accountId, name: person.name, role: null }
  return LINKED_PAGES[await linkGitHub({ ...ctx, actor }, user)]
}

const LINKED_PAGES: Record<LinkOutcome, string> = {
  LINKED: '/account?linked=github',
  TAKEN: '/account?error=GitHubTaken',
  OCCUPIED: '/account?error=GitHubOccupied',
}

const CODES: Record<Refusal, string> = {
  EMAIL_USES_GITHUB: 'EmailUsesGitHub',
  GITHUB_ADDRESS_IN_USE: 'GitHubAddressInUse',
}

function refusedOr(refusal: Refusal | null): true | string {
  return refusal === null ? true : signInPath({ error: CODES[refusal] })
}
