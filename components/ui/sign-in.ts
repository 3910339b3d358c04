import { signInPath } from '@/lib/accounts/sign-in-path'

/** Leads a person whose session has ended to the sign-in page, and from there back to this page. */
export function goToSignIn(): void {
  const here = `${window.location.pathname}${window.location.search}`
  window.location.assign(signInPath({ callbackUrl: here }))
}
