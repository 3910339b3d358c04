'use server'

import { changeCreditProduct } from '@/lib/credits/change-product'
import { createCreditProduct } from '@/lib/credits/create-product'
import { changeProductSchema, createProductSchema } from '@/lib/credits/schema'
import { staffAction } from '@/lib/http/action'

export const createProductAction = staffAction(createProductSchema, createCreditProduct)
export const changeProductAction = staffAction(changeProductSchema, changeCreditProduct)
