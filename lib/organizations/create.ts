import { newOrganizationId } from '@/lib/accounts/names'
import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { DAY_SECONDS } from '@/lib/days'
import { takeFromLimit } from '@/lib/limits/take'
import type { OrganizationNameInput } from './schema'

/** A new team organization, owned by whoever makes it. Throws LIMIT after 20 in a day. */
export async function createOrganization(
  ctx: Ctx,
  { name }: OrganizationNameInput,
): Promise<{ id: string; name: string }> {
  const accountId = ownAccountId(ctx)
  await takeFromLimit(ctx, {
    key: `organization-create:${accountId}`,
    limit: 20,
    windowSeconds: DAY_SECONDS,
    message: 'You made many organizations today.',
  })
  const id = newOrganizationId()
  const createdAt = ctx.clock.now()
  return ctx.db.$transaction(async tx => {
    const organization = await tx.organization.create({
      data: {
        id,
        foldedId: id,
        name,
        kind: 'TEAM',
        createdAt,
        members: { create: { accountId, role: 'OWNER', createdAt } },
      },
      select: { id: true, name: true },
    })
    await record(tx, ctx, {
      action: 'organization.create',
      object: { type: 'organization', id, name },
      after: { name },
      organizationId: id,
    })
    return organization
  })
}
