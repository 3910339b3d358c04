import type { Ctx } from '@/lib/context'
import { composeMail, type MailText } from '@/lib/email/layout'
import type { Mail } from '@/lib/email/send'
import { env } from '@/lib/env'
import { organizationPath } from '@/lib/organizations/path'
import { money } from './money'
import { orderNumber } from './number'

/** What a mail tells of an order. */
export interface MailedOrder {
  number: number
  organizationId: string
  company: string
  email: string
  planName: string
  mau: number
  amount: number
  currency: string
}

/** The columns of it. */
export const MAILED_SELECT = {
  number: true,
  organizationId: true,
  company: true,
  email: true,
  planName: true,
  mau: true,
  amount: true,
  currency: true,
} as const

type Text = Pick<MailText, 'subject' | 'paragraphs'> & { label: string; path: string }

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

/** A day in UTC, as mails and invoices write it. */
export function onDay(date: Date): string {
  return day.format(date)
}

function about(ctx: Ctx, order: MailedOrder, { label, path, ...text }: Text): Mail {
  const url = `${ctx.issuer}${organizationPath(order.organizationId, path ? `market/flex/${path}` : 'market/flex')}`
  return composeMail({
    to: order.email,
    ...text,
    action: { label, url },
    footnote: `You get this mail because your address was given for invoices of ${order.company}.`,
  })
}

const orderPath = (order: MailedOrder) => `orders/${orderNumber(order.number)}`

/** With the invoice of a new order, or of a renewal: what to pay, and until when. */
export function invoiceMail(
  ctx: Ctx,
  order: MailedOrder,
  { dueAt, kind }: { dueAt: Date; kind: 'NEW' | 'RENEWAL' | 'CHANGE' },
): Mail {
  const number = orderNumber(order.number)
  const what = {
    NEW: `Thank you for subscribing to ${order.planName} (up to ${order.mau} monthly active users). Your license is given as soon as the payment is here.`,
    RENEWAL: `Your subscription to ${order.planName} (up to ${order.mau} monthly active users) is about to be renewed. The license goes on under the same key when the payment is here.`,
    CHANGE: `You asked to change to ${order.planName} (up to ${order.mau} monthly active users). The new limit holds as soon as the payment is here.`,
  }[kind]
  return about(ctx, order, {
    subject: `Invoice ${number}: ${money(order.amount, order.currency)}`,
    paragraphs: [
      what,
      `Please pay ${money(order.amount, order.currency)} by ${onDay(dueAt)}, and name the invoice ${number} with the payment.`,
      ...howToPay(),
      'Owners and admins of your organization see and print the invoice in the portal.',
    ],
    label: 'See the invoice',
    path: `${orderPath(order)}/invoice`,
  })
}

/** Whoever pays the bills is often no member, and sees no more than the mail. */
function howToPay(): string[] {
  const { INVOICE_PAYMENT: lines } = env()
  return lines.length > 0 ? [`How to pay: ${lines.join(', ')}`] : []
}

export function paidMail(ctx: Ctx, order: MailedOrder): Mail {
  return about(ctx, order, {
    subject: `Payment received: ${orderNumber(order.number)}`,
    paragraphs: [
      order.amount > 0
        ? `We received ${money(order.amount, order.currency)} for ${order.planName}. Thank you.`
        : `${order.planName} is paid for by what was left of your former payments. Nothing was charged.`,
      `Your license allows ${order.mau} monthly active users. Your Flex installation finds it by itself; the page below shows the key.`,
    ],
    label: 'See the license',
    path: '',
  })
}

export function voidMail(ctx: Ctx, order: MailedOrder, reason: string): Mail {
  return about(ctx, order, {
    subject: `Nothing to pay any more: ${orderNumber(order.number)}`,
    paragraphs: [
      `The order ${orderNumber(order.number)} over ${money(order.amount, order.currency)} for ${order.planName} was closed. You need not pay it.`,
      `The reason: ${reason}`,
    ],
    label: 'See the order',
    path: orderPath(order),
  })
}

/** The money came in, and pays for nothing any more. */
export function paidForNothingMail(ctx: Ctx, order: MailedOrder, reason: string): Mail {
  return about(ctx, order, {
    subject: `We will refund your payment: ${orderNumber(order.number)}`,
    paragraphs: [
      `We received ${money(order.amount, order.currency)} for ${order.planName}, and cannot use it. The reason: ${reason}`,
      'We pay it back. You need not do anything.',
    ],
    label: 'See the order',
    path: orderPath(order),
  })
}

export function refundedMail(ctx: Ctx, order: MailedOrder): Mail {
  return about(ctx, order, {
    subject: `Refunded: ${orderNumber(order.number)}`,
    paragraphs: [
      `We have paid back ${money(order.amount, order.currency)} for ${order.planName}. It takes some days until you see it on your account.`,
    ],
    label: 'See the order',
    path: orderPath(order),
  })
}

/** What we have paid back came back to us. */
export function refundFailedMail(ctx: Ctx, order: MailedOrder): Mail {
  return about(ctx, order, {
    subject: `Your refund did not arrive: ${orderNumber(order.number)}`,
    paragraphs: [
      `The refund of your payment of ${money(order.amount, order.currency)} for ${order.planName} did not arrive: your bank or card issuer did not take it. You are not refunded yet, and we still owe it to you.`,
      'We pay it back another way. If your card or account was closed, open a ticket in the portal, and we ask where the money should go.',
    ],
    label: 'See the order',
    path: orderPath(order),
  })
}

/** The difference of a change of plan was paid back. */
export function undoneMail(
  ctx: Ctx,
  order: MailedOrder,
  { dearer, reason }: { dearer: string; reason: string },
): Mail {
  return about(ctx, order, {
    subject: `Your plan is ${order.planName} again`,
    paragraphs: [
      `The change to ${dearer} is taken back. The reason: ${reason}`,
      `Your license allows ${order.mau} monthly active users again. Your Flex installation learns the limit by itself.`,
    ],
    label: 'See plan and billing',
    path: 'billing',
  })
}

/** The payment for the next period is late, or failed; the license ends with the grace. */
export function lateMail(ctx: Ctx, order: MailedOrder, graceUntil: Date): Mail {
  return about(ctx, order, {
    subject: `Your payment for ${order.planName} is missing`,
    paragraphs: [
      `The payment for the renewal of ${order.planName} has not come, or could not be collected.`,
      `Your license stays in force until ${onDay(graceUntil)}. Pay until then, and nothing changes for your users.`,
    ],
    label: 'See plan and billing',
    path: 'billing',
  })
}

export function canceledMail(ctx: Ctx, order: MailedOrder, end: Date): Mail {
  return about(ctx, order, {
    subject: `Your subscription to ${order.planName} is canceled`,
    paragraphs: [
      `It ends on ${onDay(end)}, and the license with it. Nothing more is charged.`,
      'Until then owners and admins of your organization can take that back.',
    ],
    label: 'See plan and billing',
    path: 'billing',
  })
}

export function endedMail(ctx: Ctx, order: MailedOrder, reason: string): Mail {
  return about(ctx, order, {
    subject: `Your subscription to ${order.planName} has ended`,
    paragraphs: [
      reason,
      'You can subscribe again at any time; your installation finds the new license by itself.',
    ],
    label: 'See the plans',
    path: '',
  })
}
