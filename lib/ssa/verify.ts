import { authorizeIn } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { publishedKeys } from '@/lib/keys/published'
import { checkSignature, type SignatureVerdict } from './check-signature'
import type { VerifySsaInput } from './schema'

/** Checks a signature against the published keys, for browsers that cannot (no `crypto.subtle` over plain http). */
export async function verifySsa(ctx: OrgCtx, { jwt }: VerifySsaInput): Promise<SignatureVerdict> {
  authorizeIn(ctx, 'ssa:reveal')
  const { keys } = await publishedKeys(ctx.db, ctx.clock)
  return checkSignature(jwt, keys)
}
