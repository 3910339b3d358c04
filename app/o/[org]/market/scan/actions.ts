'use server'

import { signUpSchema, thresholdSchema } from '@/lib/credits/schema'
import { setCreditThreshold } from '@/lib/credits/set-threshold'
import { signUpForCredits } from '@/lib/credits/sign-up'
import { organizationAction } from '@/lib/http/action'

export const signUpAction = organizationAction(signUpSchema, signUpForCredits)
export const thresholdAction = organizationAction(thresholdSchema, setCreditThreshold)
