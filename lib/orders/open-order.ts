import type { Tx } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { OpenOrder } from './provider-type'

export const OPEN_SELECT = {
  id: true,
  number: true,
  organizationId: true,
  kind: true,
  provider: true,
  planName: true,
  mau: true,
  interval: true,
  price: true,
  amount: true,
  currency: true,
  company: true,
  contactName: true,
  email: true,
  address: true,
  taxId: true,
  stripeSessionId: true,
  subscription: { select: { automaticTax: true } },
} satisfies Prisma.OrderSelect

type Row = Prisma.OrderGetPayload<{ select: typeof OPEN_SELECT }>

export type FoundOrder = OpenOrder & { provider: Row['provider'] }

export function toOpenOrder({ company, contactName, email, address, taxId, ...row }: Row): FoundOrder {
  return { ...row, details: { company, contactName, email, address, taxId } }
}

/** The order that waits for its payment, of an organization and product; null when there is none. */
export async function openOrderOf(
  tx: Tx,
  { organizationId, productCode }: { organizationId: string; productCode: string },
): Promise<FoundOrder | null> {
  const where = { organizationId, productCode, status: 'OPEN' as const }
  const row = await tx.order.findFirst({ where, select: OPEN_SELECT })
  return row && toOpenOrder(row)
}
