import type { Prisma } from '@/lib/generated/prisma/client'

export const TRANSACTION_SELECT = {
  id: true,
  at: true,
  kind: true,
  product: { select: { code: true, name: true } },
  quantity: true,
  credits: true,
  balance: true,
  reference: true,
  reason: true,
  actorKind: true,
  actorName: true,
} as const satisfies Prisma.CreditEntrySelect

/** One line of the ledger, as screens and files show it. */
export type TransactionRow = Prisma.CreditEntryGetPayload<{ select: typeof TRANSACTION_SELECT }>
