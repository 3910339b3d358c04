import { randomUUID } from 'node:crypto'
import { record } from '@/lib/audit/record'
import { epochSeconds } from '@/lib/clock'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import { activeKey } from '@/lib/keys/signer'
import { type SsaClaims, signSsa, ssaHeader, ssaSigningInput } from './jwt'
import { type SsaView, VIEW_SELECT, withStatus } from './view'

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

interface Minted {
  ssa: SsaView
  jwt: string
}

/**
 * Issues one statement: claims, signature, row and audit row, the same for every door. Signed before it is stored, so
 * that nothing is stored when signing fails. `prepare` runs first in the transaction of the row.
 */
export async function mintSsa(
  ctx: Ctx,
  draft: SsaDraft,
  prepare: (tx: Tx) => Promise<void>,
): Promise<Minted> {
  const claims = await claimsOf(ctx, draft)
  const key = await activeKey(ctx, 'SSA')
  const signingInput = ssaSigningInput(ssaHeader(key), claims)
  const { jwt, sealed } = await signSsa(ctx, key, signingInput)
  const data = { ...rowOf(ctx, draft, claims), kid: key.kid, signingInput, signature: sealed }
  const ssa = await ctx.db.$transaction(async tx => {
    await prepare(tx)
    const row = await tx.ssa.create({ data, select: VIEW_SELECT })
    await record(tx, ctx, {
      action: 'ssa.issue',
      object: { type: 'ssa', id: row.jti, name: row.softwareId },
      organizationId: row.organizationId,
      after: auditFacts(row),
    })
    return withStatus(row, ctx.clock.now())
  })
  return { ssa, jwt }
}

async function claimsOf(ctx: Ctx, draft: SsaDraft): Promise<SsaClaims> {
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
    ...(await attributeClaims(ctx, draft.customAttributes)),
  }
}

/** The custom attributes that are claims too. */
async function attributeClaims(ctx: Ctx, attributes: Record<string, string>) {
  const { ssaCustomAttributes } = await ssaConfiguration(ctx.db)
  const claimed = new Set(ssaCustomAttributes.filter(one => one.inJwt).map(one => one.name))
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => claimed.has(name)))
}

type Row = Omit<Prisma.SsaUncheckedCreateInput, 'kid' | 'signingInput' | 'signature'>

function rowOf({ actor }: Ctx, draft: SsaDraft, { jti, iat, exp }: SsaClaims): Row {
  return {
    ...draft,
    jti,
    issuedById: actor.kind === 'user' ? actor.accountId : null,
    issuedByClient: actor.kind === 'client' ? actor.clientId : null,
    issuedByName: actor.name,
    createdAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
  }
}

function auditFacts({ softwareRoles, oneTimeUse, rotateSsa, lifetime, expiresAt }: SsaView) {
  return { softwareRoles, oneTimeUse, rotateSsa, lifetime, expiresAt: expiresAt.toISOString() }
}
