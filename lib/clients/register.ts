import { auditColumns } from '@/lib/audit/record'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { tokenHash } from '@/lib/secrets'
import { acceptStatement, assertLive, invalidStatement, type Statement } from '@/lib/ssa/statement'
import { insertByStatement, insertByToken } from './hot-register'
import type { ClientInformation } from './information'
import { metadataInForce } from './metadata'
import { newRegistration } from './new-registration'

/**
 * Registers software with a statement (RFC 7591 §3.1), whose claims win; no permission but the statement is needed.
 * A one-time statement is used up with it, or stays as it was. INVALID with a code of RFC 7591 §3.2.2.
 */
export async function registerWithStatement(
  ctx: Ctx,
  statement: string,
  request: Record<string, unknown>,
): Promise<ClientInformation> {
  const accepted = await acceptStatement(ctx, statement)
  const metadata = metadataInForce(request, accepted.claims)
  const { jti: ssaJti, organizationId } = accepted
  const scopes = narrowed(await scopesOfRoles(ctx, accepted.softwareRoles), metadata.scope)
  const made = newRegistration(ctx, { organizationId, ssaJti, scopes, metadata, statement })
  const audit = accepted.oneTimeUse ? [made.audit, auditOfUse(ctx, accepted, made.client)] : [made.audit]
  const now = ctx.clock.now()
  const done = await insertByStatement(ctx.pool, ssaJti, { client: made.client, audit, now })
  // It is over, or has just been used by somebody else: looking again says which.
  if (!done) await assertLive(ctx, accepted)
  if (!done) throw invalidStatement('USED')
  return made.information
}

/** Registers software with an initial access token of an operator, as a client of the platform. */
export async function registerWithToken(
  ctx: Ctx,
  token: string,
  request: Record<string, unknown>,
): Promise<ClientInformation> {
  const hash = tokenHash(token)
  const now = ctx.clock.now()
  const known = await ctx.db.initialAccessToken.findFirst({
    where: { tokenHash: hash, usesLeft: { gt: 0 }, expiresAt: { gt: now } },
    select: { scopes: true },
  })
  if (!known) throw invalidToken()
  const metadata = metadataInForce(request)
  const scopes = narrowed(known.scopes, metadata.scope)
  const made = newRegistration(ctx, { organizationId: null, ssaJti: null, scopes, metadata })
  const done = await insertByToken(ctx.pool, hash, { client: made.client, audit: [made.audit], now })
  if (!done) throw invalidToken()
  return made.information
}

function invalidToken(): AppError {
  const message = 'The initial access token is unknown, used up or expired.'
  return new AppError('UNAUTHENTICATED', message, { reason: 'invalid_token' })
}

/** Roles become scopes here and nowhere else, by the configuration of the moment. */
async function scopesOfRoles(ctx: Ctx, roles: string[]): Promise<string[]> {
  const { ssaMapSoftwareRolesToScopes: map } = await ssaConfiguration(ctx.db)
  return [...new Set(roles.flatMap(role => (Object.hasOwn(map, role) ? (map[role] ?? []) : [])))]
}

/** A request may ask for less than it could have, never for more (RFC 7591 §2, `scope`). */
export function narrowed(scopes: string[], asked: string | undefined): string[] {
  if (asked === undefined) return scopes
  const wanted = asked.split(' ')
  return scopes.filter(scope => wanted.includes(scope))
}

function auditOfUse(ctx: Ctx, statement: Statement, client: { id: string; name: string }) {
  return auditColumns(
    { ...ctx, actor: { kind: 'client', clientId: client.id, name: client.name, scopes: [] } },
    {
      action: 'ssa.use',
      object: { type: 'ssa', id: statement.jti, name: statement.softwareId },
      organizationId: statement.organizationId,
      before: { status: 'ACTIVE' },
      after: { status: 'USED', client: client.id },
    },
  )
}
