import { authorizeIn } from '@/lib/access/authorize'
import { ownAccountId } from '@/lib/accounts/person'
import { record } from '@/lib/audit/record'
import type { Ctx, OrgCtx } from '@/lib/context'
import { invalidField, notFound } from '@/lib/errors'
import { lockRow } from '@/lib/lock'
import { askGitHub } from './access'
import type { ChooseRepositoryInput } from './schema'
import { usable } from './usable'

export interface Chosen {
  fullName: string
}

/**
 * Chooses the repository that this member works on here. INVALID (`fullName`) says why another one is refused: it must
 * be there, be open to changes, and have a commit on its main branch. NOT_FOUND for who was removed meanwhile.
 */
export async function chooseRepository(
  ctx: Ctx,
  { fullName: wanted }: ChooseRepositoryInput,
): Promise<Chosen> {
  authorizeIn(ctx, 'repository:choose')
  const found = await askGitHub(ctx, github => usable(github, wanted, ctx.clock.now()))
  if (!found.ok) throw invalidField('fullName', found.why)
  const { fullName } = found
  const key = keyOf(ctx)
  const data = { fullName, chosenAt: ctx.clock.now() }
  await ctx.db.$transaction(async tx => {
    // Until we are done nobody ends the membership.
    const { organizationId: organization_id, accountId: account_id } = key
    if (!(await lockRow(tx, 'member', { organization_id, account_id }))) throw notFound('This organization')
    const where = { organizationId_accountId: key }
    const before = await tx.chosenRepository.findUnique({ where, select: { fullName: true } })
    await tx.chosenRepository.upsert({
      where,
      create: { ...key, ...data },
      update: data,
      select: { fullName: true },
    })
    await record(tx, ctx, {
      ...entryOf(fullName),
      action: 'repository.choose',
      ...(before && { before: { repository: before.fullName } }),
      after: { repository: fullName },
    })
  })
  return { fullName }
}

/** Works on none any more. Doing it again changes nothing. */
export async function clearRepository(ctx: Ctx): Promise<void> {
  authorizeIn(ctx, 'repository:choose')
  const where = keyOf(ctx)
  await ctx.db.$transaction(async tx => {
    const before = await tx.chosenRepository.findFirst({ where, select: { fullName: true } })
    const { count } = await tx.chosenRepository.deleteMany({ where })
    if (!before || count === 0) return
    await record(tx, ctx, {
      ...entryOf(before.fullName),
      action: 'repository.clear',
      before: { repository: before.fullName },
    })
  })
}

function keyOf(ctx: OrgCtx) {
  return { organizationId: ctx.organization.id, accountId: ownAccountId(ctx) }
}

/** Not in the organization's log: the names of a person's private repositories are none of its managers' business. */
function entryOf(fullName: string) {
  return { object: { type: 'repository', id: fullName, name: fullName }, organizationId: null }
}
