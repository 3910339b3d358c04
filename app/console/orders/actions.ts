'use server'

import { staffAction } from '@/lib/http/action'
import { markReturned, payBackOrder } from '@/lib/orders/pay-back'
import { markPaidSchema, markReturnedSchema, payBackSchema, voidOrderSchema } from '@/lib/orders/schema'
import { markOrderPaid, recordLatePayment, voidOrder } from '@/lib/orders/staff'

export const markPaidAction = staffAction(markPaidSchema, markOrderPaid)
export const voidOrderAction = staffAction(voidOrderSchema, voidOrder)
export const recordLateAction = staffAction(markPaidSchema, recordLatePayment)
export const payBackAction = staffAction(payBackSchema, payBackOrder)
export const markReturnedAction = staffAction(markReturnedSchema, markReturned)
