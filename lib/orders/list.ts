import { authorize, authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Cursor, EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import type { ListOrdersInput } from './list-schema'
import { parseOrderNumber } from './number'
import {
  ORDER_SELECT,
  type OrderView,
  STAFF_ORDER_SELECT,
  type StaffOrderView,
  toOrderView,
  toStaffOrderView,
} from './view'

export const SORTED_BY = { at: 'createdAt', id: 'id' } as const

/** One page of the organization's orders: its billing history. */
export async function listOrders(ctx: Ctx, input: ListOrdersInput): Promise<Page<OrderView>> {
  authorizeIn(ctx, 'order:read')
  const plan = planPage(input, input.dir)
  const where = { AND: [{ organizationId: ctx.organization.id }, matching(input)] }
  const [rows, total] = await Promise.all([
    ctx.db.order.findMany({ ...keysetQuery(where, plan, SORTED_BY), select: ORDER_SELECT }),
    ctx.db.order.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  return toPage(rows.map(toOrderView), total, { ...plan, cursorOf })
}

/** One page of the orders of every organization, for staff. */
export async function listAllOrders(ctx: Ctx, input: ListOrdersInput): Promise<Page<StaffOrderView>> {
  authorize(ctx, 'order:read-all')
  const plan = planPage(input, input.dir)
  const where = matching(input)
  const [rows, total] = await Promise.all([
    ctx.db.order.findMany({ ...keysetQuery(where, plan, SORTED_BY), select: STAFF_ORDER_SELECT }),
    ctx.db.order.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  return toPage(rows.map(toStaffOrderView), total, { ...plan, cursorOf })
}

/** By number, by who pays, by organization, by what the payment is known by. */
export function matching({ q, status }: Pick<ListOrdersInput, 'q' | 'status'>): Prisma.OrderWhereInput {
  return { ...(status && { status }), ...(q && { OR: searched(q) }) }
}

function searched(q: string): Prisma.OrderWhereInput[] {
  const text = containing(q)
  const number = parseOrderNumber(q) ?? (/^\d{1,9}$/.test(q) ? Number(q) : null)
  return [
    ...(number === null ? [] : [{ number }]),
    { company: text },
    { email: text },
    { planName: text },
    { paidReference: text },
    { organizationId: text },
    { organization: { name: text } },
  ]
}

export function cursorOf({ createdAt, id }: OrderView): Cursor {
  return { at: createdAt, id }
}
