import { ssaConfiguration } from '@/lib/configuration/read'
import type { Ctx } from '@/lib/context'
import { ENDPOINTS } from '@/lib/endpoints'
import { type Call, callCtx } from '../call'
import { clientCtx } from '../client-ctx'
import { DoorError } from '../refusal'

/** What every operation begins with (Janssen contract §1.2): is the endpoint turned on at all? Throws 403. */
export async function openCall(c: Call): Promise<Ctx> {
  const ctx = callCtx(c)
  const { ssaEnabled } = await ssaConfiguration(ctx.db)
  if (!ssaEnabled) throw new DoorError(403, 'The SSA endpoint of this installation is turned off.')
  return ctx
}

/** What every operation but validation begins with: the same, and an access token. */
export async function clientCall(c: Call): Promise<Ctx> {
  await openCall(c)
  return clientCtx(c)
}

/** Where the endpoint is to be called: at the address that operators publish, when they do. */
export async function endpointOf({ db, issuer }: Ctx): Promise<string> {
  return (await ssaConfiguration(db)).ssaEndpoint ?? `${issuer}${ENDPOINTS.ssa}`
}
