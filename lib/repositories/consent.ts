import { z } from 'zod'
import type { Secrets } from '@/lib/secrets'

/** What the browser keeps, sealed, while its person is at GitHub. */
const consentSchema = z.object({
  state: z.string(),
  /** PKCE (RFC 7636): only who asked can use the code. */
  verifier: z.string(),
  accountId: z.string(),
  organizationId: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
})
export type Consent = z.output<typeof consentSchema>

const SEAL = 'github-consent'
export const CONSENT_SECONDS = 10 * 60

/**
 * Where GitHub leads back to. Below the address that sign-in uses, which is the one that an OAuth app names: GitHub
 * accepts it and what lies below, so nothing has to be set up there for this.
 */
export const CONSENT_CALLBACK = '/api/auth/callback/github/repositories'

export function sealConsent(secrets: Secrets, consent: Consent): string {
  return Buffer.from(secrets.seal(SEAL, Buffer.from(JSON.stringify(consent)))).toString('base64url')
}

/** Null for what this installation did not seal. */
export function openConsent(secrets: Secrets, sealed: string): Consent | null {
  try {
    return consentSchema.parse(JSON.parse(secrets.open(SEAL, Buffer.from(sealed, 'base64url')).toString()))
  } catch {
    return null
  }
}
