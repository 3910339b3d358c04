import { type APIRequestContext, expect } from '@playwright/test'
import { issueEnterprise } from '@/lib/licenses/issue-enterprise'
import { issueEnterpriseSchema } from '@/lib/licenses/schema'
import type { StaffLicenseView } from '@/lib/licenses/view'
import type { Installation } from './installation'

/** Gives somebody a platform role, whether they have signed in yet or not. */
export async function grantStaff(
  { db }: Installation,
  { email }: { email: string },
  role: 'OPERATOR' | 'SALES',
) {
  await db.staffGrant.create({ data: { email, role } })
}

type Terms = Parameters<typeof issueEnterpriseSchema.parse>[0] & object

/** An enterprise license of this organization without the screens: 5,000 MAU for a year, unless told otherwise. */
export async function enterpriseLicense(
  { ctx }: Installation,
  organizationId: string,
  terms: Partial<Terms> = {},
): Promise<StaffLicenseView> {
  const validUntil = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000)
  const input = { organizationId, mauThreshold: 5000, validUntil, ...terms }
  return issueEnterprise(ctx, issueEnterpriseSchema.parse(input))
}

/** Each of these addresses answers with this status. */
export async function expectStatus(api: APIRequestContext, status: number, paths: string[]): Promise<void> {
  for (const path of paths) expect((await api.get(path)).status(), path).toBe(status)
}
