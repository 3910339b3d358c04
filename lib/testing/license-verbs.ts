import type { Ctx, OrgCtx } from '@/lib/context'
import { activateLicense } from '@/lib/licenses/activate'
import { checkLicense } from '@/lib/licenses/check'
import { currentLicense } from '@/lib/licenses/current'
import { listInstallations } from '@/lib/licenses/installations'
import { retrieveLicense } from '@/lib/licenses/retrieve'
import {
  currentLicenseSchema,
  licenseKeySchema,
  listInstallationsSchema,
  retrieveLicenseSchema,
} from '@/lib/licenses/schema'

// The verbs of licenses as tests call them: with what they need alone, and with the defaults of their schemas.

export const retrieve = (ctx: Ctx, input: object = {}) =>
  retrieveLicense(ctx, retrieveLicenseSchema.parse(input))

/** What software asks about a key that it has, for its own organization. */
const asked = ({ organization }: OrgCtx, licenseKey: string) =>
  licenseKeySchema.parse({ licenseKey, hardwareId: organization.id })

export const check = (ctx: OrgCtx, key: string) => checkLicense(ctx, asked(ctx, key))

export const activate = (ctx: OrgCtx, key: string) => activateLicense(ctx, asked(ctx, key))

/** The license card of the organization. */
export const card = (ctx: Ctx) => currentLicense(ctx, currentLicenseSchema.parse({}))

export const stateOf = async (ctx: Ctx) => (await card(ctx)).state

export const installations = async (ctx: Ctx, query: object = {}) =>
  (await listInstallations(ctx, listInstallationsSchema.parse(query))).rows
