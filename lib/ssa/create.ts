import { randomUUID } from 'node:crypto'
import { authorizeClient } from '@/lib/access/authorize'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { parseInput } from '@/lib/parse-input'
import { mintSsa } from './mint'
import { attributesSchema, ssaRequestSchema } from './request-schema'
import { targetOrganization } from './target-organization'

/**
 * Issues a statement for a client and gives its JWT (Janssen contract §1.5). Takes what Janssen takes, an expiration
 * that is past included; names may repeat. INVALID for metadata that cannot be.
 */
export async function createSsa(ctx: Ctx, body: unknown): Promise<{ ssa: string }> {
  authorizeClient(ctx, 'ssa:issue')
  const request = parseInput(ssaRequestSchema, body)
  const { ssaCustomAttributes, ssaExpirationInDays } = await ssaConfiguration(ctx.db)
  const customAttributes = parseInput(attributesSchema(ssaCustomAttributes), body)
  const { id: organizationId, make } = await targetOrganization(ctx, request.org_id)
  const { jwt } = await mintSsa(
    ctx,
    {
      organizationId,
      softwareId: request.software_id || randomUUID(),
      description: request.description ?? '',
      softwareRoles: request.software_roles ?? [],
      grantTypes: request.grant_types ?? [],
      customAttributes,
      expiresAt: request.expiration ?? daysAfter(ctx.clock.now(), ssaExpirationInDays),
      lifetime: request.lifetime ?? null,
      oneTimeUse: request.one_time_use ?? true,
      rotateSsa: request.rotate_ssa ?? true,
      heldName: null,
    },
    make,
  )
  return { ssa: jwt }
}
