import { z } from 'zod'
import { AppError, issueSentence } from '@/lib/errors'
import { inWords } from '@/lib/parse-input'
import { LONGEST_LIFETIME } from '@/lib/ssa/schema'
import { publicKeysSchema } from './public-keys'

export const AUTH_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const
export const GRANT_TYPES = ['client_credentials']

const text = (longest: number) =>
  z
    .string()
    .max(longest, `Use at most ${longest} characters.`)
    .regex(/^\P{C}*$/u, 'Use visible characters only.')
const page = z.url({ protocol: /^https?$/, error: 'Give an http or https address.' }).max(2000)
const redirectUri = text(2000).refine(isRedirectUri, 'Give an absolute address without a fragment.')

/** Installed software sends single values where RFC 7591 has lists. */
function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(value => (typeof value === 'string' ? [value] : value), z.array(item).max(100))
}

/** Of the client, in seconds. Zero and less mean that it never expires, as in Janssen (Janssen contract §5.5). */
const lifetime = z
  .int('Use whole seconds.')
  .max(LONGEST_LIFETIME, `Use at most ${LONGEST_LIFETIME} seconds.`)
  .transform(seconds => (seconds > 0 ? seconds : undefined))

/** What software says of itself (RFC 7591 §2), as far as it means something here. Unknown members are ignored. */
export const clientMetadataSchema = z.object({
  client_name: text(200).optional(),
  redirect_uris: listOf(redirectUri).default([]),
  response_types: listOf(text(100)).default([]),
  grant_types: listOf(z.string().max(1000)).optional(),
  token_endpoint_auth_method: z
    .enum(AUTH_METHODS, { error: `Use one of ${AUTH_METHODS.join(', ')}.` })
    .default('client_secret_basic'),
  scope: text(10_000).optional(),
  jwks: publicKeysSchema.optional(),
  client_uri: page.optional(),
  logo_uri: page.optional(),
  tos_uri: page.optional(),
  policy_uri: page.optional(),
  contacts: listOf(text(320)).optional(),
  software_id: z.string().max(2000).optional(),
  software_version: z.string().max(2000).optional(),
  lifetime: lifetime.optional(),
})
export type ClientMetadata = z.output<typeof clientMetadataSchema>

/** What a statement may decide: everything but `scope`, which follows from its roles alone. */
const CLAIMS = Object.keys(clientMetadataSchema.shape).filter(name => name !== 'scope')

/**
 * The metadata in force: what the request says, unless the statement says otherwise (RFC 7591 §3.1.1).
 * INVALID with `invalid_client_metadata`, or `invalid_redirect_uri`.
 */
export function metadataInForce(
  request: Record<string, unknown>,
  claims: Record<string, unknown> = {},
): ClientMetadata {
  const parsed = clientMetadataSchema.safeParse({ ...given(request), ...decided(claims) }, { error: inWords })
  if (!parsed.success) throw refused(parsed.error)
  return { ...usable(parsed.data), grant_types: supported(parsed.data.grant_types) }
}

/** Null and empty text say nothing (RFC 7591 §2, RFC 7592 §2.2). */
function given(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== ''))
}

/** A statement without grant types leaves them to the request. */
function decided(claims: Record<string, unknown>): Record<string, unknown> {
  const named = Object.entries(given(claims)).filter(([name]) => CLAIMS.includes(name))
  return Object.fromEntries(named.filter(([, value]) => !(Array.isArray(value) && value.length === 0)))
}

function usable(metadata: ClientMetadata): ClientMetadata {
  if (metadata.token_endpoint_auth_method === 'private_key_jwt' && !metadata.jwks) {
    throw invalidMetadata('private_key_jwt needs jwks with your public keys: no jwks_uri is fetched.')
  }
  return metadata
}

function supported(grantTypes: string[] | undefined): string[] {
  if (!grantTypes || grantTypes.length === 0) return GRANT_TYPES
  const common = GRANT_TYPES.filter(type => grantTypes.includes(type))
  if (common.length === 0) throw invalidMetadata(`The only grant type here is ${GRANT_TYPES.join(', ')}.`)
  return common
}

function refused({ issues }: z.ZodError): AppError {
  const message = issueSentence(issues)
  return issues[0]?.path[0] === 'redirect_uris'
    ? new AppError('INVALID', message, { reason: 'invalid_redirect_uri' })
    : invalidMetadata(message)
}

export function invalidMetadata(message: string): AppError {
  return new AppError('INVALID', message, { reason: 'invalid_client_metadata' })
}

/** RFC 6749 §3.1.2; a scheme that a browser would run is none. */
function isRedirectUri(uri: string): boolean {
  if (!URL.canParse(uri) || uri.includes('#')) return false
  return !['javascript:', 'data:', 'vbscript:', 'blob:'].includes(new URL(uri).protocol)
}
