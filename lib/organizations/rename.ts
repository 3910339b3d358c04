import { authorizeIn } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import type { OrganizationNameInput } from './schema'

/** Changes the name that people see; the id stays. The same name again changes nothing. */
export async function renameOrganization(
  ctx: OrgCtx,
  { name }: OrganizationNameInput,
): Promise<{ name: string }> {
  authorizeIn(ctx, 'organization:rename')
  const { id } = ctx.organization
  await ctx.db.$transaction(async tx => {
    const before = await tx.organization.findUniqueOrThrow({ where: { id }, select: { name: true } })
    if (before.name === name) return
    await tx.organization.update({ where: { id }, data: { name }, select: { id: true } })
    await record(tx, ctx, {
      action: 'organization.rename',
      object: { type: 'organization', id, name },
      before,
      after: { name },
    })
  })
  return { name }
}
