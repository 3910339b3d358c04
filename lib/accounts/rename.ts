import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { ownAccountId } from './person'
import type { RenameAccountInput } from './schema'

/** Changes the name that others see. The same name again changes nothing. */
export async function renameAccount(ctx: Ctx, { name }: RenameAccountInput): Promise<{ name: string }> {
  const id = ownAccountId(ctx)
  await ctx.db.$transaction(async tx => {
    const before = await tx.account.findUniqueOrThrow({ where: { id }, select: { name: true } })
    if (before.name === name) return
    await tx.account.update({ where: { id }, data: { name }, select: { id: true } })
    await record(tx, ctx, {
      action: 'account.rename',
      object: { type: 'account', id, name },
      before: { name: before.name },
      after: { name },
    })
  })
  return { name }
}
