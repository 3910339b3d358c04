import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { jsonObject } from '@/lib/json-object'
import { Kept } from '@/lib/kept'
import { digestOf, paddingOf } from '@/lib/keys/algorithms'
import { decodePart, signatureBytes } from '@/lib/keys/jws'
import { findStatement, type StatementRow } from './statement-row'

/** Characters; a statement with long attributes has some four thousand. */
const LONGEST = 32_768

const idSchema = z.object({ jti: z.uuid() })

/** What registration follows; whatever else stands in the statement is kept in `claims`. */
const claimsSchema = z.object({
  org_id: z.string(),
  software_roles: z.array(z.string()).default([]),
})

export interface Statement {
  jti: string
  organizationId: string
  softwareId: string
  softwareRoles: string[]
  oneTimeUse: boolean
  /** Every claim, as it was signed. */
  claims: Record<string, unknown>
}

const REASONS = {
  MALFORMED: 'The software statement is not a signed JWT.',
  NOT_OURS: 'The software statement was not issued here.',
  REVOKED: 'The software statement was revoked.',
  USED: 'The software statement was for one use, and was used.',
  EXPIRED: 'The software statement has expired.',
  OTHER: 'The client was registered with another software statement.',
}

type Refusal = keyof typeof REASONS

/** Statements that were found to be ours: that never changes, while their status does. */
const ours = new Kept<Statement>(500)

/**
 * A statement that may register a client. INVALID with `invalid_software_statement` for any other text.
 * For one that was seen before, the caller's write decides whether it still lives; see `assertLive`.
 */
export async function acceptStatement(ctx: Ctx, jwt: string): Promise<Statement> {
  const known = ours.get(ctx.db, jwt)
  if (known) return known
  const row = await readStatement(ctx, jwt)
  assertLiveRow(ctx, row)
  const statement = statementOf(row)
  ours.set(ctx.db, jwt, statement)
  return statement
}

/** Says why a statement that was accepted lives no more, or nothing while it does. */
export async function assertLive(ctx: Ctx, { jti }: Statement): Promise<void> {
  const row = await findStatement(ctx.pool, jti)
  if (!row) throw invalidStatement('NOT_OURS')
  assertLiveRow(ctx, row)
}

function assertLiveRow(ctx: Ctx, { status, expiresAt }: StatementRow): void {
  if (status !== 'ACTIVE') throw invalidStatement(status)
  if (expiresAt <= ctx.clock.now()) throw invalidStatement('EXPIRED')
}

/** The statement that a client was registered with, sent again: used up is fine, revoked or expired is not. */
export async function acceptOwnStatement(ctx: Ctx, jwt: string, jti: string | null): Promise<void> {
  const row = await readStatement(ctx, jwt)
  if (row.jti !== jti) throw invalidStatement('OTHER')
  if (row.status === 'REVOKED') throw invalidStatement('REVOKED')
  if (row.expiresAt <= ctx.clock.now()) throw invalidStatement('EXPIRED')
}

export function invalidStatement(code: Refusal): AppError {
  return new AppError('INVALID', REASONS[code], { reason: 'invalid_software_statement' })
}

/**
 * The row of a statement of ours. Its signed part must be the very text that we keep for its `jti`, so that issuer,
 * algorithm, type and key are those we chose, whatever its header says (RFC 8725 §3.1, §3.10).
 */
async function readStatement(ctx: Ctx, jwt: string): Promise<StatementRow> {
  const [header, payload, signature, ...more] = jwt.trim().split('.')
  const tooLong = jwt.length > LONGEST
  if (!header || !payload || !signature || more.length > 0 || tooLong) throw invalidStatement('MALFORMED')
  const id = idSchema.safeParse(decode(payload))
  if (!id.success) throw invalidStatement('NOT_OURS')
  const row = await findStatement(ctx.pool, id.data.jti)
  if (row?.signingInput !== `${header}.${payload}` || !isSigned(row, signature))
    throw invalidStatement('NOT_OURS')
  return row
}

/** The claims of a statement that is kept, live or not. */
export async function claimsOfStatement(ctx: Ctx, jti: string): Promise<Record<string, unknown>> {
  const row = await findStatement(ctx.pool, jti)
  return row ? statementOf(row).claims : {}
}

/** A stored statement, read from what was signed: hooks may have added claims. */
function statementOf({ jti, oneTimeUse, softwareId, signingInput }: StatementRow): Statement {
  const claims = jsonObject(decode(signingInput.split('.')[1] ?? '')) ?? {}
  const { org_id: organizationId, software_roles: softwareRoles } = claimsSchema.parse(claims)
  return { jti, oneTimeUse, softwareId, organizationId, softwareRoles, claims }
}

/** Public keys by kid. A kid is the thumbprint of one key, so an entry can never be out of date. */
const keys = new Map<string, KeyObject>()

function isSigned({ kid, alg, publicJwk, signingInput }: StatementRow, signature: string): boolean {
  const bytes = signatureBytes(signature)
  if (!bytes) return false
  const key = keys.get(kid) ?? createPublicKey({ key: publicJwk, format: 'jwk' })
  keys.set(kid, key)
  return verify(digestOf(alg), Buffer.from(signingInput), { key, ...paddingOf(alg) }, bytes)
}

function decode(part: string): unknown {
  try {
    return decodePart(part)
  } catch {
    return null
  }
}
