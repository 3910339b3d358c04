import type { Ctx, OrgCtx, Role, StaffRole } from '@/lib/context'
import type { World } from './context'

export interface Person {
  /** Outside any organization. */
  ctx: Ctx
  accountId: string
  email: string
}

/** The person behind a context, outside any organization, with their address. */
export async function personOf(ctx: OrgCtx): Promise<Person> {
  if (ctx.actor.kind !== 'user') throw new Error('Only people have accounts.')
  const { accountId, name } = ctx.actor
  const { email } = await ctx.db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true },
  })
  if (email === null) throw new Error('This person has no address.')
  return {
    ctx: { ...ctx, organization: null, actor: { kind: 'user', accountId, name, role: null } },
    accountId,
    email,
  }
}

/** A new person who belongs to an organization of their own alone. */
export async function newPerson(world: World): Promise<Person> {
  return personOf(await world.newOrganization())
}

/** A new member of an organization that exists. */
export async function join(world: World, { organization }: OrgCtx, role: Role): Promise<OrgCtx> {
  const { ctx, accountId } = await newPerson(world)
  await world.db.member.create({ data: { organizationId: organization.id, accountId, role } })
  return { ...ctx, organization, actor: { kind: 'user', accountId, name: ctx.actor.name, role } }
}

/** The account id of a person's context. */
export function idOf(ctx: Ctx): string {
  if (ctx.actor.kind !== 'user') throw new Error('Only people have accounts.')
  return ctx.actor.accountId
}

/** The person of this context as one of staff, who belongs to an organization all the same. */
export function asStaff(person: OrgCtx, role: StaffRole): Ctx {
  const actor = { kind: 'staff' as const, accountId: idOf(person), name: person.actor.name, roles: [role] }
  return { ...person, organization: null, actor }
}
