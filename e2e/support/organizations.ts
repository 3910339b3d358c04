import type { Role } from '@/lib/context'
import { organizationPath } from '@/lib/organizations/path'
import type { Installation } from './installation'

export interface Home {
  id: string
  name: string
  /** Of a page inside it. */
  path: (rest: string) => string
}

/** The organization that a person's first sign-in made. */
export async function homeOf({ db }: Installation, { email }: { email: string }): Promise<Home> {
  const { id, name } = await db.organization.findFirstOrThrow({ where: { person: { email } } })
  return { id, name, path: rest => organizationPath(id, rest) }
}

/** Makes somebody who has an account a member, without invitation and mail. */
export async function addMember(
  { db }: Installation,
  home: Home,
  who: { email: string; role: Role },
): Promise<void> {
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email: who.email } })
  await db.member.create({ data: { organizationId: home.id, accountId, role: who.role } })
}
