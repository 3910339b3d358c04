import { randomUUID } from 'node:crypto'
import type { ClientCtx, Ctx, OrgCtx } from '@/lib/context'
import { type Debit, debitCredits } from '@/lib/credits/debit'
import { grantCredits } from '@/lib/credits/grant'
import { debitSchema } from '@/lib/credits/request-schema'
import { grantSchema } from '@/lib/credits/schema'
import { signUpForCredits } from '@/lib/credits/sign-up'
import type { World } from './context'

/** The context of a platform client that may debit credits. */
export function platformClient(base: Ctx): ClientCtx {
  const actor = { kind: 'client' as const, clientId: randomUUID(), name: 'Billing', scopes: ['writ:credits'] }
  return { ...base, actor, organization: null, requestId: randomUUID() }
}

/** A new organization with its 500 credits. */
export async function signedUp(world: World): Promise<OrgCtx> {
  const owner = await world.newOrganization()
  await signUpForCredits(owner)
  return owner
}

interface Asked {
  /** The idempotency key; absent: a new one. */
  key?: string | undefined
  /** Members of the request. */
  [member: string]: unknown
}

/** Debits one Super Gluu, which costs 1, unless told otherwise. */
export function debit(client: Ctx, of: OrgCtx, { key = randomUUID(), ...body }: Asked = {}): Promise<Debit> {
  const input = { org_id: of.organization.id, product: 'supergluu', ...body }
  return debitCredits(client, key, debitSchema.parse(input))
}

/** An operator gives credits. */
export function grant(ctx: Ctx, organizationId: string, amount = 100) {
  return grantCredits(ctx, grantSchema.parse({ organizationId, amount, reason: 'Goodwill' }))
}

/** What the log of the organization says of this action, oldest first. */
export function audited({ db, organization }: OrgCtx, action: string) {
  const where = { organizationId: organization.id, action }
  return db.auditEvent.findMany({ where, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
}

/** What the account says, and what its entries add up to. */
export async function ledgerOf({ db, organization }: OrgCtx) {
  const where = { organizationId: organization.id }
  const account = await db.creditAccount.findUniqueOrThrow({ where })
  const { _sum, _count } = await db.creditEntry.aggregate({ where, _sum: { credits: true }, _count: true })
  return {
    balance: account.balance,
    sum: _sum.credits,
    transactions: account.transactions,
    entries: _count,
  }
}
