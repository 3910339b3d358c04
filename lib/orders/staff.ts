import { authorize } from '@/lib/access/authorize'
import { assertNotOwn, giveTo } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import { DAY_MS } from '@/lib/days'
import { AppError, invalidField, notFound } from '@/lib/errors'
import { orConflict } from '@/lib/licenses/grant'
import { closeOrder } from './close'
import { OPEN_SELECT, toOpenOrder } from './open-order'
import { orTaken } from './place'
import { providerOf } from './providers'
import type { MarkPaidInput, OrderRef, VoidOrderInput } from './schema'
import { settleOrder } from './settle'
import { keepToRefund } from './to-refund'
import { PAID_WHEN_VOID } from './useless'
import { type PaymentMethod, STAFF_ORDER_SELECT, type StaffOrderView, toStaffOrderView } from './view'

/** One order of any organization, for staff. NOT_FOUND for any other number. */
export async function getStaffOrder(ctx: Ctx, { number }: OrderRef): Promise<StaffOrderView> {
  authorize(ctx, 'order:read-all')
  const row = await ctx.db.order.findUnique({ where: { number }, select: STAFF_ORDER_SELECT })
  if (!row) throw notFound('This order')
  return toStaffOrderView(row)
}

/** Settles an order that was paid by invoice: the license is given or extended, and the customer has mail. */
export async function markOrderPaid(ctx: Ctx, input: MarkPaidInput): Promise<StaffOrderView> {
  const order = await orderForStaff(ctx, input)
  assertPaidByInvoice(ctx, order, input)
  const { reference, paidAt } = input
  const settling = giveTo(ctx, order.organizationId, tx =>
    settleOrder(tx, ctx, { id: order.id, payment: { paidAt, reference } }),
  )
  const done = await orConflict(orTaken(settling))
  const after = await getStaffOrder(ctx, input)
  if (!done) throw settled(after)
  return after
}

/** Keeps a payment that came in for a void order: it is to be refunded. CONFLICT for an order that is not void. */
export async function recordLatePayment(ctx: Ctx, input: MarkPaidInput): Promise<StaffOrderView> {
  const order = await orderForStaff(ctx, input)
  assertPaidByInvoice(ctx, order, input)
  if (order.status === 'OPEN') throw new AppError('CONFLICT', 'This order is open. Mark it as paid instead.')
  const { reference, paidAt } = input
  const payment = { reference, paidAt }
  const done =
    order.status === 'VOID' &&
    (await giveTo(ctx, order.organizationId, tx =>
      keepToRefund(tx, ctx, { id: order.id, reason: PAID_WHEN_VOID, payment }),
    ))
  const after = await getStaffOrder(ctx, input)
  if (!done) throw settled(after)
  return after
}

function assertPaidByInvoice(
  ctx: Ctx,
  { provider, createdAt }: { provider: PaymentMethod; createdAt: Date },
  { paidAt }: MarkPaidInput,
) {
  // A day's end in the browser may be ahead of us.
  if (paidAt.getTime() > ctx.clock.now().getTime() + DAY_MS) {
    throw invalidField('paidAt', 'Choose a day that is not in the future.')
  }
  // A day in the browser may begin a day before ours.
  if (paidAt.getTime() < createdAt.getTime() - 2 * DAY_MS) {
    throw invalidField(
      'paidAt',
      'The order was placed after this day. Choose the day when the money came in.',
    )
  }
  if (provider !== 'INVOICE') {
    throw new AppError('CONFLICT', 'This order is paid through Stripe, which tells us by itself.')
  }
}

/** Closes an open order that nobody will pay; the customer is told why. CONFLICT when it is not open any more. */
export async function voidOrder(ctx: Ctx, { reason, ...ref }: VoidOrderInput): Promise<StaffOrderView> {
  const order = await orderForStaff(ctx, ref)
  await providerOf(order.provider).close(ctx, order)
  const done = await giveTo(ctx, order.organizationId, tx =>
    closeOrder(tx, ctx, { id: order.id, reason, mail: true }),
  )
  const after = await getStaffOrder(ctx, ref)
  if (!done) throw settled(after)
  return after
}

/** Line one of verbs that settle one order: who may, and which one. NOT_FOUND for any other number. */
export async function orderForStaff(ctx: Ctx, { number }: OrderRef) {
  authorize(ctx, 'order:settle')
  const select = { ...OPEN_SELECT, status: true, createdAt: true, closedReason: true, stripePaymentId: true }
  const row = await ctx.db.order.findUnique({ where: { number }, select })
  if (!row) throw notFound('This order')
  await assertNotOwn(ctx, row.organizationId)
  const { status, createdAt, closedReason, stripePaymentId, ...open } = row
  return { ...toOpenOrder(open), status, createdAt, closedReason, stripePaymentId }
}

/** Whoever was second is told what the order is now. */
export function settled({ number, status }: StaffOrderView): AppError {
  return new AppError(
    'CONFLICT',
    `The order ${number} is ${status.toLowerCase().replaceAll('_', ' ')} already.`,
  )
}
