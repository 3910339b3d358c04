import { signInPath } from '@/lib/accounts/sign-in-path'

/** The sign-in page that leads back to this invitation. */
export function signInFirst(token: string): string {
  return signInPath({ callbackUrl: `/invitation/${encodeURIComponent(token)}` })
}
