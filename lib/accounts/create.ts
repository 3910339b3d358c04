import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { newOrganizationId } from './names'
import type { SignInMethod } from './schema'

export interface NewAccount {
  name: string
  /** Verified, in lower case. */
  email: string | null
  /** `subject` is the address, or GitHub's numeric id as text. */
  identity: { provider: SignInMethod; subject: string; login: string | null }
}

export interface AccountView {
  id: string
  name: string
  email: string | null
}

/**
 * A person's first sign-in: account, way to sign in, personal organization and ownership of it, all or nothing.
 * Throws CONFLICT when the way to sign in or the address already belongs to someone.
 */
export async function createAccount(ctx: Ctx, input: NewAccount): Promise<AccountView> {
  authorize(ctx, 'account:admit')
  try {
    return await ctx.db.$transaction(tx => create(tx, ctx, input))
  } catch (error) {
    if (brokeUnique(error, 'identity_') || brokeUnique(error, 'account_email')) {
      throw new AppError('CONFLICT', 'There is an account already. Sign in again.')
    }
    throw error
  }
}

async function create(tx: Tx, ctx: Ctx, { name, email, identity }: NewAccount): Promise<AccountView> {
  const createdAt = ctx.clock.now()
  const account = await tx.account.create({
    data: { name, email, createdAt, identities: { create: { ...identity, createdAt } } },
    select: { id: true, name: true, email: true },
  })
  const organizationId = await createPersonalOrganization(tx, {
    createdAt,
    personalOf: account.id,
    name: identity.login ?? `${name}'s organization`,
    wanted: identity.login ? `github:${identity.login}` : newOrganizationId(),
  })
  await tx.member.create({
    data: { organizationId, accountId: account.id, role: 'OWNER', createdAt },
    select: { role: true },
  })
  const actor = { kind: 'user' as const, accountId: account.id, name, role: 'OWNER' as const }
  await record(
    tx,
    { ...ctx, actor },
    {
      action: 'account.create',
      object: { type: 'account', id: account.id, name },
      after: { method: identity.provider, email, login: identity.login, organization: organizationId },
      organizationId,
    },
  )
  return account
}

interface PersonalOrganization {
  personalOf: string
  name: string
  createdAt: Date
  /** The id to take unless an organization, of whatever case, has it. */
  wanted: string
}

/** A taken id must not fail the transaction: skipping the duplicate tells instead. */
async function createPersonalOrganization(
  tx: Tx,
  { wanted, ...rest }: PersonalOrganization,
): Promise<string> {
  const take = async (id: string) => {
    const { count } = await tx.organization.createMany({
      data: { ...rest, id, foldedId: id.toLowerCase(), kind: 'PERSONAL' },
      skipDuplicates: true,
    })
    return count === 1
  }
  if (await take(wanted)) return wanted
  const fallback = newOrganizationId()
  if (await take(fallback)) return fallback
  throw new Error('No free organization id was found.')
}
