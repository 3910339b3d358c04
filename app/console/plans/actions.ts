'use server'

import { staffAction } from '@/lib/http/action'
import { changePlanTermsSchema, planSchema } from '@/lib/orders/plan-schema'
import { changePlanTerms, createPlan } from '@/lib/orders/plans'

export const createPlanAction = staffAction(planSchema, createPlan)
export const changePlanTermsAction = staffAction(changePlanTermsSchema, changePlanTerms)
