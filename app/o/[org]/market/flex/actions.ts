'use server'

import { registerFor } from '@/lib/clients/register-for'
import { organizationAction } from '@/lib/http/action'
import { licenseDocument } from '@/lib/licenses/document'
import { retrieveLicenseSchema, startTrialSchema } from '@/lib/licenses/schema'
import { startTrial } from '@/lib/licenses/start-trial'
import { ssaIdSchema } from '@/lib/ssa/schema'
import { reportOneMonth } from '@/lib/usage/report'
import { reportMauCsv } from '@/lib/usage/report-csv'
import { reportCsvSchema, reportOneSchema } from '@/lib/usage/schema'

export const reportMonthAction = organizationAction(reportOneSchema, reportOneMonth)
export const uploadMonthsAction = organizationAction(reportCsvSchema, reportMauCsv)
export const startTrialAction = organizationAction(startTrialSchema, startTrial)
export const signLicenseAction = organizationAction(retrieveLicenseSchema, licenseDocument)
export const registerForAction = organizationAction(ssaIdSchema, registerFor)
