import { randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import type { OrgCtx, Role, StaffRole } from '@/lib/context'
import { organizationPath } from '@/lib/organizations/path'
import type { Installation } from './installation'
import { Mailbox } from './mailbox'

export interface Person {
  email: string
  mailbox: Mailbox
}

/** Somebody signed in, as they act behind the screens: the owner of an organization of their own. */
export interface Owner extends OrgCtx, Person {
  /** Where they are signed in. */
  browser: BrowserContext
  /** The address of a page of their organization. */
  path: (rest: string) => string
}

export function newPerson(name = 'ada'): Person {
  const email = `${name}-${randomUUID().slice(0, 13)}@example.org`.toLowerCase()
  return { email, mailbox: new Mailbox(email) }
}

/** A person who is signed in in this browser, with the organization that their first sign-in made. */
export async function ownerOf(
  { db, ctx }: Installation,
  person: Person,
  browser: BrowserContext,
): Promise<Owner> {
  const { email } = person
  const account = await db.account.findUniqueOrThrow({
    where: { email },
    select: { id: true, name: true, personalOrganization: { select: { id: true, name: true } } },
  })
  const organization = account.personalOrganization
  if (!organization) throw new Error(`${email} has no organization of their own`)
  const actor = { kind: 'user' as const, accountId: account.id, name: account.name, role: 'OWNER' as const }
  const path = (rest: string) => organizationPath(organization.id, rest)
  return { ...ctx, ...person, actor, organization, browser, path }
}

/** Makes somebody who has signed in a member of an organization, without invitation and mail. */
export async function join(
  { db, organization }: Pick<OrgCtx, 'db' | 'organization'>,
  { email }: { email: string },
  role: Role,
): Promise<void> {
  const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email }, select: { id: true } })
  await db.member.create({ data: { organizationId: organization.id, accountId, role } })
}

/** Gives somebody a platform role. */
export async function grantStaff({ db, email }: Owner, role: StaffRole): Promise<void> {
  await db.staffGrant.create({ data: { email, role } })
}
