import type { OrgCtx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { TransactionFilter } from './schema'

/** The organization's entries that the filters let through. */
export function whereTransactions(ctx: OrgCtx, { product, kind, from, to }: TransactionFilter) {
  return {
    organizationId: ctx.organization.id,
    ...(product && { productCode: product }),
    ...(kind && { kind }),
    at: { ...(from && { gte: new Date(from) }), ...(to && { lt: new Date(to) }) },
  } satisfies Prisma.CreditEntryWhereInput
}
