import type { Secrets } from '@/lib/secrets'

/** Bound to the account: moved to another person's row, it opens nothing. */
const purpose = (accountId: string) => `github-access:${accountId}`

export function sealToken(secrets: Secrets, accountId: string, token: string): Uint8Array<ArrayBuffer> {
  return secrets.seal(purpose(accountId), Buffer.from(token))
}

export function openToken(secrets: Secrets, accountId: string, sealed: Uint8Array): string {
  return secrets.open(purpose(accountId), sealed).toString()
}
