import { authorizeIn } from '@/lib/access/authorize'
import { epochSeconds } from '@/lib/clock'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { brokeUnique } from '@/lib/db'
import { invalidField } from '@/lib/errors'
import { getSsa } from './get'
import { freeExpiredName, HELD_NAME_INDEX, heldName } from './held-name'
import { mintSsa } from './mint'
import type { IssueSsaInput } from './schema'
import type { SsaView } from './view'

/** Days that a statement lives when nobody says. */
const DEFAULT_DAYS = 365

/** Issues a statement in the portal; its JWT comes from `revealSsa`. INVALID (fields) when the name is taken. */
export async function issueSsa(ctx: OrgCtx, input: IssueSsaInput): Promise<SsaView> {
  authorizeIn(ctx, 'ssa:issue')
  await assertKnown(ctx, input)
  const now = ctx.clock.now()
  const expiresAt = input.expiresAt ?? daysAfter(now, DEFAULT_DAYS)
  if (epochSeconds(expiresAt) <= epochSeconds(now))
    throw invalidField('expiresAt', 'Choose a date and time in the future.')
  const held = { organizationId: ctx.organization.id, heldName: heldName(input.softwareId) }
  const draft = { ...input, ...held, grantTypes: ['client_credentials'], expiresAt }
  try {
    return await getSsa(ctx, await mintSsa(ctx, draft, tx => freeExpiredName(tx, { ...held, now })))
  } catch (error) {
    if (!brokeUnique(error, HELD_NAME_INDEX)) throw error
    throw invalidField(
      'softwareId',
      'A live SSA already has this name. Choose another, or revoke that SSA first.',
    )
  }
}

async function assertKnown(ctx: OrgCtx, { softwareRoles, customAttributes }: IssueSsaInput): Promise<void> {
  const { ssaMapSoftwareRolesToScopes, ssaCustomAttributes } = await ssaConfiguration(ctx.db)
  const roles = Object.keys(ssaMapSoftwareRolesToScopes)
  const role = softwareRoles.find(one => !roles.includes(one))
  if (role !== undefined) {
    throw invalidField('softwareRoles', `"${role}" is not a role here. Known: ${roles.join(', ')}.`)
  }
  const attribute = Object.keys(customAttributes).find(
    name => !ssaCustomAttributes.some(known => known.name === name),
  )
  if (attribute !== undefined) {
    throw invalidField('customAttributes', `"${attribute}" is not a custom attribute here.`)
  }
}
