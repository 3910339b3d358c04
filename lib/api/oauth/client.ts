import type { ClientRow } from '@/lib/clients/hot'
import type { Ctx } from '@/lib/context'
import { namedJti } from '@/lib/oauth/access-token'
import { authenticateClient } from '@/lib/oauth/authenticate-client'
import { readForm } from '../body'
import { type Call, callCtx } from '../call'
import { type Budget, limitAddress, limitClient } from '../limits'
import { clientCredentials } from './credentials'

interface ClientCall {
  ctx: Ctx
  client: ClientRow
  /** Of the token that the form asks about; its being revoked is known from the client's row. */
  jti: string
  form: Record<string, string>
}

/** The steps that token, introspection and revocation begin with: limits, the form, and whose it is. */
export async function clientCall(c: Call, budget: Budget): Promise<ClientCall> {
  const ctx = callCtx(c)
  await limitAddress(ctx, budget)
  const form = await readForm(c)
  const jti = form.token === undefined ? '' : namedJti(form.token)
  const client = await authenticateClient(ctx, clientCredentials(c, form), jti)
  await limitClient(ctx, budget, client.id)
  return { ctx, client, jti, form }
}
