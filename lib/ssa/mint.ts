import { randomUUID } from 'node:crypto'
import { auditColumns } from '@/lib/audit/record'
import { epochSeconds } from '@/lib/clock'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { signingInputOf } from '@/lib/keys/jws'
import { activeKey, type Signer } from '@/lib/keys/signer'
import { runCreateHook } from './hooks/run'
import { insertSsa, type NewSsa } from './hot'
import { type SsaClaims, signSsa, ssaHeader } from './jwt'

/** What a door wants issued: checked, and complete but for what only the server decides. */
export interface SsaDraft {
  organizationId: string
  softwareId: string
  description: string
  softwareRoles: string[]
  grantTypes: string[]
  customAttributes: Record<string, string>
  expiresAt: Date
  /** Seconds that a client registered with it lives; null: it does not expire. */
  lifetime: number | null
  oneTimeUse: boolean
  rotateSsa: boolean
  /** The name that it alone holds while it lives; null: names may repeat. */
  heldName: string | null
}

/** What goes before the row, in its transaction. */
type Prepare = (tx: Tx) => Promise<void>

/**
 * Issues one statement: claims, key, signature, row and audit row, the same for every door. It is signed before it is
 * stored, so that a failure leaves nothing behind. Throws HookError.
 */
export async function mintSsa(
  ctx: Ctx,
  draft: SsaDraft,
  prepare: Prepare | null,
): Promise<{ jti: string; jwt: string }> {
  const claims = claimsOf(ctx, draft)
  const key = await activeKey(ctx, 'SSA')
  const named = { ...(await attributeClaims(ctx, draft.customAttributes)), ...claims }
  const unsigned = await runCreateHook(ctx, { header: ssaHeader(key), claims: named })
  const signingInput = signingInputOf(unsigned.header, unsigned.claims)
  const { jwt, sealed } = await signSsa(ctx, key, signingInput)
  await store(
    ctx,
    { ...rowOf(ctx, draft, { claims, key }), signing_input: signingInput, signature: bytea(sealed) },
    prepare,
  )
  return { jti: claims.jti, jwt }
}

function bytea(bytes: Uint8Array | null): string | null {
  return bytes && `\\x${Buffer.from(bytes).toString('hex')}`
}

function claimsOf(ctx: Ctx, draft: SsaDraft): SsaClaims {
  return {
    jti: randomUUID(),
    iss: ctx.issuer,
    iat: epochSeconds(ctx.clock.now()),
    exp: epochSeconds(draft.expiresAt),
    org_id: draft.organizationId,
    software_id: draft.softwareId,
    software_roles: draft.softwareRoles,
    grant_types: draft.grantTypes,
    ...(draft.lifetime !== null && { lifetime: draft.lifetime }),
  }
}

/** The custom attributes that are claims too. */
async function attributeClaims(ctx: Ctx, attributes: Record<string, string>) {
  const { ssaCustomAttributes } = await ssaConfiguration(ctx.db)
  const claimed = ssaCustomAttributes.filter(({ name, inJwt }) => inJwt && Object.hasOwn(attributes, name))
  return Object.fromEntries(claimed.map(({ name }) => [name, attributes[name]]))
}

type Row = Omit<NewSsa, 'signing_input' | 'signature'>

function rowOf({ actor }: Ctx, draft: SsaDraft, { claims, key }: { claims: SsaClaims; key: Signer }): Row {
  return {
    jti: claims.jti,
    organization_id: draft.organizationId,
    software_id: draft.softwareId,
    held_name: draft.heldName,
    description: draft.description,
    software_roles: draft.softwareRoles,
    grant_types: draft.grantTypes,
    custom_attributes: draft.customAttributes,
    one_time_use: draft.oneTimeUse,
    rotate_ssa: draft.rotateSsa,
    lifetime: draft.lifetime,
    status: 'ACTIVE',
    kid: key.kid,
    issued_by_id: actor.kind === 'user' ? actor.accountId : null,
    issued_by_client: actor.kind === 'client' ? actor.clientId : null,
    issued_by_name: actor.name,
    created_at: new Date(claims.iat * 1000),
    expires_at: new Date(claims.exp * 1000),
  }
}

async function store(ctx: Ctx, row: NewSsa, prepare: Prepare | null): Promise<void> {
  const { software_roles: softwareRoles, one_time_use: oneTimeUse, rotate_ssa: rotateSsa, lifetime } = row
  const audit = auditColumns(ctx, {
    action: 'ssa.issue',
    object: { type: 'ssa', id: row.jti, name: row.software_id },
    organizationId: row.organization_id,
    after: { softwareRoles, oneTimeUse, rotateSsa, lifetime, expiresAt: row.expires_at.toISOString() },
  })
  if (!prepare) return insertSsa(statement => ctx.pool.query(statement), row, audit)
  await ctx.db.$transaction(async tx => {
    await prepare(tx)
    await insertSsa(({ text, values }) => tx.$executeRawUnsafe(text, ...values), row, audit)
  })
}
