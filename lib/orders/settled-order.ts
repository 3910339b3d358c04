import type { Prisma } from '@/lib/generated/prisma/client'
import { TERMS_SELECT } from './view'

/** What settling needs of an order. */
export const SETTLED_SELECT = {
  id: true,
  number: true,
  organizationId: true,
  productCode: true,
  subscriptionId: true,
  kind: true,
  provider: true,
  ...TERMS_SELECT,
  amount: true,
  currency: true,
  periodStart: true,
  periodEnd: true,
  company: true,
  contactName: true,
  email: true,
} satisfies Prisma.OrderSelect

export type SettledOrder = Prisma.OrderGetPayload<{ select: typeof SETTLED_SELECT }>

/** The terms that a subscription copies from the order it is paid by. */
export function termsOf({ planCode, planName, mau, interval, price, currency }: SettledOrder) {
  return { planCode, planName, mau, interval, price, currency }
}
