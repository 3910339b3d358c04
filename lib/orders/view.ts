import { daysAfter } from '@/lib/days'
import type { Prisma } from '@/lib/generated/prisma/client'
import { orderNumber } from './number'
import { GRACE_DAYS } from './periods'
import type { BillingInterval, Details, OrderStatus } from './schema'

export type PaymentMethod = 'INVOICE' | 'STRIPE'
export type OrderKind = 'NEW' | 'RENEWAL' | 'CHANGE'

/** An order as its organization sees it. Amounts are in minor units. */
export interface OrderView {
  id: string
  /** INV-000042, also the number of the invoice. */
  number: string
  kind: OrderKind
  status: OrderStatus
  provider: PaymentMethod
  productName: string
  planCode: string
  planName: string
  mau: number
  interval: BillingInterval
  /** Tax included. */
  amount: number
  tax: number
  taxLabel: string | null
  currency: string
  periodStart: Date | null
  periodEnd: Date | null
  createdAt: Date
  dueAt: Date
  paidAt: Date | null
  paidReference: string | null
  closedReason: string | null
  /** When a refund was found not to have arrived; null: none has, or it is refunded since. */
  refundFailedAt: Date | null
  details: Details
}

export const ORDER_SELECT = {
  id: true,
  number: true,
  kind: true,
  status: true,
  provider: true,
  product: { select: { name: true } },
  planCode: true,
  planName: true,
  mau: true,
  interval: true,
  amount: true,
  tax: true,
  taxLabel: true,
  currency: true,
  periodStart: true,
  periodEnd: true,
  createdAt: true,
  dueAt: true,
  paidAt: true,
  paidReference: true,
  closedReason: true,
  refundFailedAt: true,
  company: true,
  contactName: true,
  email: true,
  address: true,
  taxId: true,
} satisfies Prisma.OrderSelect

type OrderRow = Prisma.OrderGetPayload<{ select: typeof ORDER_SELECT }>

export function toOrderView(row: OrderRow): OrderView {
  const { number, product, company, contactName, email, address, taxId, ...rest } = row
  const details = { company, contactName, email, address, taxId }
  return { ...rest, number: orderNumber(number), productName: product.name, details }
}

/** The same for staff. */
export interface StaffOrderView extends OrderView {
  organizationId: string
  organizationName: string
  orderedByName: string
  paidByName: string | null
  /** What Stripe calls the payment; null: it names none. */
  stripePaymentId: string | null
  /** How the money went back, where it was returned by hand. */
  refundNote: string | null
}

export const STAFF_ORDER_SELECT = {
  ...ORDER_SELECT,
  organizationId: true,
  organization: { select: { name: true } },
  orderedByName: true,
  paidByName: true,
  stripePaymentId: true,
  refundNote: true,
} satisfies Prisma.OrderSelect

type StaffRow = Prisma.OrderGetPayload<{ select: typeof STAFF_ORDER_SELECT }>

export function toStaffOrderView({ organization, ...row }: StaffRow): StaffOrderView {
  const { organizationId, orderedByName, paidByName, stripePaymentId, refundNote } = row
  const forStaff = { organizationId, orderedByName, paidByName, stripePaymentId, refundNote }
  return { ...toOrderView(row), ...forStaff, organizationName: organization.name }
}

/** What is subscribed to. */
export interface Terms {
  planCode: string
  planName: string
  mau: number
  interval: BillingInterval
  price: number
}

/** The columns of them. */
export const TERMS_SELECT = {
  planCode: true,
  planName: true,
  mau: true,
  interval: true,
  price: true,
} as const

/** The columns of those that were agreed for the next period. */
export const NEXT_SELECT = {
  nextPlanCode: true,
  nextPlanName: true,
  nextMau: true,
  nextInterval: true,
  nextPrice: true,
} as const

interface NextColumns extends Terms {
  nextPlanCode: string | null
  nextPlanName: string | null
  nextMau: number | null
  nextInterval: BillingInterval | null
  nextPrice: number | null
}

/** What an organization has subscribed to. */
export interface SubscriptionView extends Terms {
  id: string
  status: 'ACTIVE' | 'PAST_DUE' | 'ENDED'
  provider: PaymentMethod
  currency: string
  createdAt: Date
  periodStart: Date
  periodEnd: Date
  cancelAtPeriodEnd: boolean
  /** Whether Stripe adds tax to what it charges. */
  automaticTax: boolean
  /** Until when the license is in force without another payment. */
  graceUntil: Date
  /** The plan from the next period on, when another one was agreed. */
  next: Terms | null
}

export const SUBSCRIPTION_SELECT = {
  id: true,
  status: true,
  provider: true,
  ...TERMS_SELECT,
  currency: true,
  createdAt: true,
  periodStart: true,
  periodEnd: true,
  cancelAtPeriodEnd: true,
  automaticTax: true,
  ...NEXT_SELECT,
} satisfies Prisma.SubscriptionSelect

type SubscriptionRow = Prisma.SubscriptionGetPayload<{ select: typeof SUBSCRIPTION_SELECT }>

export function toSubscriptionView(row: SubscriptionRow): SubscriptionView {
  const { nextPlanCode, nextPlanName, nextMau, nextInterval, nextPrice, ...rest } = row
  return {
    ...rest,
    graceUntil: daysAfter(row.periodEnd, GRACE_DAYS),
    next: nextPlanCode === null ? null : nextTerms(row),
  }
}

/** The terms from the next period on: others where they were agreed, else the same. */
export function nextTerms(row: NextColumns): Terms {
  return {
    planCode: row.nextPlanCode ?? row.planCode,
    planName: row.nextPlanName ?? row.planName,
    mau: row.nextMau ?? row.mau,
    interval: row.nextInterval ?? row.interval,
    price: row.nextPrice ?? row.price,
  }
}
