'use server'

import { staffAction } from '@/lib/http/action'
import { markPaidSchema, voidOrderSchema } from '@/lib/orders/schema'
import { markOrderPaid, voidOrder } from '@/lib/orders/staff'

export const markPaidAction = staffAction(markPaidSchema, markOrderPaid)
export const voidOrderAction = staffAction(voidOrderSchema, voidOrder)
