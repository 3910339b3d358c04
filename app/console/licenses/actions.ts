'use server'

import { staffAction } from '@/lib/http/action'
import { changeLicense } from '@/lib/licenses/change'
import { issueEnterprise } from '@/lib/licenses/issue-enterprise'
import { revokeLicense } from '@/lib/licenses/revoke'
import {
  changeLicenseSchema,
  endLicenseSchema,
  issueEnterpriseSchema,
  licenseIdSchema,
} from '@/lib/licenses/schema'
import { resumeLicense, suspendLicense } from '@/lib/licenses/suspend'

export const issueAction = staffAction(issueEnterpriseSchema, issueEnterprise)
export const changeAction = staffAction(changeLicenseSchema, changeLicense)
export const suspendAction = staffAction(endLicenseSchema, suspendLicense)
export const resumeAction = staffAction(licenseIdSchema, resumeLicense)
export const revokeAction = staffAction(endLicenseSchema, revokeLicense)
