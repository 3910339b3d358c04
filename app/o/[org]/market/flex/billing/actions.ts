'use server'

import { z } from 'zod'
import { organizationAction } from '@/lib/http/action'
import { cancelSubscription } from '@/lib/orders/cancel'
import { changePlan } from '@/lib/orders/change-plan'
import { payOrder } from '@/lib/orders/pay'
import { payLate } from '@/lib/orders/pay-late'
import { cancelSchema, changePlanSchema, orderRefSchema, subscribeSchema } from '@/lib/orders/schema'
import { subscribe } from '@/lib/orders/subscribe'
import { updatePaymentMethod } from '@/lib/orders/update-payment-method'

export const subscribeAction = organizationAction(subscribeSchema, subscribe)
export const payAction = organizationAction(orderRefSchema, payOrder)
export const cancelAction = organizationAction(cancelSchema, cancelSubscription)
export const changePlanAction = organizationAction(changePlanSchema, changePlan)
export const payLateAction = organizationAction(z.object({}), payLate)
export const updatePaymentMethodAction = organizationAction(z.object({}), updatePaymentMethod)
