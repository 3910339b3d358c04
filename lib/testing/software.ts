import { z } from 'zod'
import type { Door } from './door'
import { basic, type Credentials, formOf, jsonOf } from './machine'

export const REGISTER = '/jans-auth/restv1/register'
export const TOKEN = '/jans-auth/restv1/token'
export const INTROSPECT = '/jans-auth/restv1/introspection'
export const REVOKE = '/jans-auth/restv1/revoke'

const informationSchema = z.looseObject({
  client_id: z.string(),
  client_secret: z.string(),
  registration_access_token: z.string(),
  registration_client_uri: z.string(),
})
const tokenSchema = z.object({ access_token: z.string() })

/** What installed software does: registers with its statement. Throws unless it gets 201. */
export async function registerSoftware(door: Door, statement: string, more: object = {}) {
  const response = await door.call(REGISTER, jsonOf({ software_statement: statement, ...more }))
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return informationSchema.parse(await response.json())
}

/** An access token of a client. Throws unless it gets 200. */
export async function accessToken(door: Door, client: Credentials, scope?: string): Promise<string> {
  const fields = { grant_type: 'client_credentials', ...(scope && { scope }) }
  const response = await door.call(TOKEN, formOf(fields, basic(client)))
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return tokenSchema.parse(await response.json()).access_token
}

/** Whether a token works, as the client of the same organization is told. */
export async function isActive(door: Door, caller: Credentials, token: string): Promise<boolean> {
  const response = await door.call(INTROSPECT, formOf({ token }, basic(caller)))
  return z.object({ active: z.boolean() }).parse(await response.json()).active
}
