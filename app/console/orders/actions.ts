'use server'

import { staffAction } from '@/lib/http/action'
import { payBackOrder } from '@/lib/orders/pay-back'
import { markPaidSchema, orderRefSchema, voidOrderSchema } from '@/lib/orders/schema'
import { markOrderPaid, voidOrder } from '@/lib/orders/staff'

export const markPaidAction = staffAction(markPaidSchema, markOrderPaid)
export const voidOrderAction = staffAction(voidOrderSchema, voidOrder)
export const payBackAction = staffAction(orderRefSchema, payBackOrder)
