import { createHash } from 'node:crypto'
import type { Ctx } from '@/lib/context'
import { newToken, type Secrets } from '@/lib/secrets'
import { isStorable } from '@/lib/storable'
import { ownPath } from './own-path'
import { LINK_MINUTES } from './terms'

/** What next-auth signs its cookies with and mixes into the hashes of sign-in tokens. */
export function authSecret(secrets: Secrets): string {
  return secrets.derive('next-auth')
}

/** The stored form of a sign-in token, as next-auth computes it when the link is used. */
export function signInTokenHash(secrets: Secrets, token: string): string {
  return createHash('sha256')
    .update(`${token}${authSecret(secrets)}`)
    .digest('hex')
}

/** Stores a new token's hash and returns the one link that contains the token. */
export async function newSignInLink(ctx: Ctx, email: string, callbackUrl?: string): Promise<string> {
  const token = newToken('writ_in_')
  const expiresAt = new Date(ctx.clock.now().getTime() + LINK_MINUTES * 60_000)
  await ctx.db.signInToken.create({
    data: { email, tokenHash: signInTokenHash(ctx.secrets, token), expiresAt },
    select: { email: true },
  })
  const link = new URL('/sign-in/confirm', ctx.issuer)
  link.search = new URLSearchParams({ token, email }).toString()
  const path = ownPath(callbackUrl, ctx.issuer)
  if (path !== '/') link.searchParams.set('callbackUrl', path)
  return link.href
}

export type LinkState = 'fresh' | 'expired' | 'spent'

/** What a link is good for, without using it: a mail scanner may ask as often as it likes. */
export async function signInLinkState(
  ctx: Pick<Ctx, 'db' | 'clock' | 'secrets'>,
  { email, token }: { email: string; token: string },
): Promise<LinkState> {
  // No link was ever made for such an address.
  if (!isStorable(email)) return 'spent'
  const found = await ctx.db.signInToken.findUnique({
    where: { email_tokenHash: { email, tokenHash: signInTokenHash(ctx.secrets, token) } },
    select: { expiresAt: true },
  })
  if (!found) return 'spent'
  return found.expiresAt > ctx.clock.now() ? 'fresh' : 'expired'
}
