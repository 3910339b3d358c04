import { randomUUID } from 'node:crypto'
import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import { epochSeconds } from '@/lib/clock'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { OrgCtx } from '@/lib/context'
import { brokeUnique } from '@/lib/db'
import { invalidField } from '@/lib/errors'
import { activeKey } from '@/lib/keys/signer'
import { freeExpiredName, HELD_NAME_INDEX, heldName } from './held-name'
import { type SsaClaims, ssaSigningInput } from './jwt'
import type { IssueSsaInput } from './schema'
import { type SsaView, VIEW_SELECT, withStatus } from './view'

/** Seconds in the default year of a statement's life. */
const YEAR = 365 * 24 * 60 * 60

/** Issues a statement in the portal; its JWT comes from `revealSsa`. INVALID (fields) when the name is taken. */
export async function issueSsa(ctx: OrgCtx, input: IssueSsaInput): Promise<SsaView> {
  authorizeIn(ctx, 'ssa:issue')
  await assertKnownRoles(ctx, input.softwareRoles)
  const claims = claimsOf(ctx, input)
  const key = await activeKey(ctx, 'SSA')
  try {
    return await store(ctx, input, { claims, kid: key.kid, signingInput: ssaSigningInput(claims, key) })
  } catch (error) {
    if (!brokeUnique(error, HELD_NAME_INDEX)) throw error
    throw invalidField(
      'softwareId',
      'A live SSA already has this name. Choose another, or revoke that SSA first.',
    )
  }
}

function claimsOf(ctx: OrgCtx, input: IssueSsaInput): SsaClaims {
  const iat = epochSeconds(ctx.clock.now())
  const exp = input.expiresAt ? epochSeconds(input.expiresAt) : iat + YEAR
  if (exp <= iat) throw invalidField('expiresAt', 'Choose a date and time in the future.')
  return {
    jti: randomUUID(),
    iss: ctx.issuer,
    iat,
    exp,
    org_id: ctx.organization.id,
    software_id: input.softwareId,
    software_roles: input.softwareRoles,
    grant_types: ['client_credentials'],
    ...(input.lifetime !== null && { lifetime: input.lifetime }),
  }
}

async function assertKnownRoles(ctx: OrgCtx, roles: string[]): Promise<void> {
  const known = Object.keys((await ssaConfiguration(ctx.db)).ssaMapSoftwareRolesToScopes)
  const unknown = roles.find(role => !known.includes(role))
  if (unknown !== undefined)
    throw invalidField('softwareRoles', `"${unknown}" is not a role here. Known: ${known.join(', ')}.`)
}

interface Signed {
  claims: SsaClaims
  kid: string
  signingInput: string
}

async function store(
  ctx: OrgCtx,
  input: IssueSsaInput,
  { claims, kid, signingInput }: Signed,
): Promise<SsaView> {
  const now = ctx.clock.now()
  const held = { organizationId: ctx.organization.id, heldName: heldName(input.softwareId) }
  return ctx.db.$transaction(async tx => {
    await freeExpiredName(tx, { ...held, now })
    const row = await tx.ssa.create({
      data: {
        ...held,
        jti: claims.jti,
        softwareId: input.softwareId,
        description: input.description,
        softwareRoles: input.softwareRoles,
        grantTypes: claims.grant_types,
        oneTimeUse: input.oneTimeUse,
        rotateSsa: input.rotateSsa,
        lifetime: input.lifetime,
        kid,
        signingInput,
        issuedById: ctx.actor.kind === 'user' ? ctx.actor.accountId : null,
        issuedByName: ctx.actor.name,
        createdAt: new Date(claims.iat * 1000),
        expiresAt: new Date(claims.exp * 1000),
      },
      select: VIEW_SELECT,
    })
    await record(tx, ctx, { action: 'ssa.issue', object: auditObject(row), after: auditFacts(row) })
    return withStatus(row, now)
  })
}

function auditObject(row: { jti: string; softwareId: string }) {
  return { type: 'ssa', id: row.jti, name: row.softwareId }
}

function auditFacts(
  row: Pick<SsaView, 'softwareRoles' | 'oneTimeUse' | 'rotateSsa' | 'lifetime' | 'expiresAt'>,
) {
  const { softwareRoles, oneTimeUse, rotateSsa, lifetime, expiresAt } = row
  return { softwareRoles, oneTimeUse, rotateSsa, lifetime, expiresAt: expiresAt.toISOString() }
}
