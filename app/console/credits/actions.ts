'use server'

import { grantCredits } from '@/lib/credits/grant'
import { grantSchema } from '@/lib/credits/schema'
import { staffAction } from '@/lib/http/action'

export const grantAction = staffAction(grantSchema, grantCredits)
