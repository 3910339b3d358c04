import { LINK_MINUTES } from '@/lib/accounts/terms'

interface SignInMessage {
  title: string
  text: string
}

const GITHUB_FAILED: SignInMessage = {
  title: 'GitHub sign-in did not work',
  text: 'GitHub did not answer as expected. Try again, or sign in with a link.',
}

const LINK_SPENT: SignInMessage = {
  title: 'This link no longer works',
  text: 'Each link signs in once, and this one was used already. Ask for a new one.',
}

const TRY_AGAIN: SignInMessage = {
  title: 'Signing in did not work',
  text: 'Try once more. If it keeps failing, ask the operator of this installation to look into the log.',
}

/** What people are told, by the `error` in the address. */
const MESSAGES: Record<string, SignInMessage> = {
  LinkExpired: {
    title: 'This link has expired',
    text: `Sign-in links work for ${LINK_MINUTES} minutes. Ask for a new one.`,
  },
  LinkSpent: LINK_SPENT,
  Verification: LINK_SPENT,
  EmailUsesGitHub: {
    title: 'This address belongs to an account that signs in with GitHub',
    text: 'Sign in with GitHub. Then you can turn on e-mail sign-in in your account settings.',
  },
  GitHubAddressInUse: {
    title: 'There is an account with your GitHub address already',
    text: 'Sign in with a link to that address. Then you can link GitHub in your account settings.',
  },
  GitHubDenied: {
    title: 'GitHub did not let you in',
    text: 'Writ was not allowed to see your GitHub user. Try again and allow it, or sign in with a link.',
  },
  NotConfigured: {
    title: 'GitHub sign-in is not set up here',
    text: 'Sign in with a link to your e-mail address.',
  },
  LinkingInterrupted: {
    title: 'GitHub was not linked',
    text: 'Your session ended meanwhile. Sign in again, then link GitHub in your account settings.',
  },
  GitHubTaken: {
    title: 'GitHub was not linked',
    text: 'That GitHub user signs in to another account here. Sign in to it with GitHub to unlink it there.',
  },
  GitHubOccupied: {
    title: 'GitHub was not linked',
    text: 'Your account is linked to another GitHub user. Unlink that one first.',
  },
  OAuthSignin: GITHUB_FAILED,
  OAuthCallback: GITHUB_FAILED,
  Callback: GITHUB_FAILED,
}

export function signInMessage(code: string | undefined): SignInMessage | null {
  return code === undefined ? null : (MESSAGES[code] ?? TRY_AGAIN)
}
