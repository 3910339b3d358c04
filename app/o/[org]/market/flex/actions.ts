'use server'

import { registerFor } from '@/lib/clients/register-for'
import { organizationAction } from '@/lib/http/action'
import { licenseDocument } from '@/lib/licenses/document'
import { retrieveLicenseSchema, startTrialSchema } from '@/lib/licenses/schema'
import { startTrial } from '@/lib/licenses/start-trial'
import { ssaIdSchema } from '@/lib/ssa/schema'

export const startTrialAction = organizationAction(startTrialSchema, startTrial)
export const signLicenseAction = organizationAction(retrieveLicenseSchema, licenseDocument)
export const registerForAction = organizationAction(ssaIdSchema, registerFor)
