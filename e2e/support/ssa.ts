import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { OrgCtx } from '@/lib/context'
import { issueSsa } from '@/lib/ssa/issue'
import { type IssueSsaFields, issueSsaSchema } from '@/lib/ssa/schema'

/** Issues an SSA behind the screens. */
export function issue(ctx: OrgCtx, fields: Partial<IssueSsaFields> = {}) {
  return issueSsa(ctx, issueSsaSchema.parse({ softwareId: `Flex ${randomUUID().slice(0, 8)}`, ...fields }))
}

/** Rows that look like `count` SSAs, the first issued last; one in five each is used, revoked and expired. */
export async function seedMany(ctx: OrgCtx, count: number): Promise<void> {
  const { kid } = await issue(ctx, { softwareId: 'The latest of all' })
  const hour = 60 * 60 * 1000
  const now = Math.floor(Date.now() / 1000) * 1000
  const rows = Array.from({ length: count }, (_, n) => {
    const softwareId = `Seeded ${String(n + 1).padStart(4, '0')}`
    const createdAt = new Date(now - (n + 1) * hour)
    const status = n % 5 === 1 ? ('USED' as const) : n % 5 === 2 ? ('REVOKED' as const) : ('ACTIVE' as const)
    const expired = n % 5 === 3
    return {
      jti: randomUUID(),
      organizationId: ctx.organization.id,
      softwareId,
      heldName: status === 'ACTIVE' && !expired ? softwareId.toLowerCase() : null,
      softwareRoles: ['license'],
      grantTypes: ['client_credentials'],
      oneTimeUse: status === 'USED',
      rotateSsa: false,
      status,
      kid,
      signingInput: 'e30.e30',
      issuedByName: n % 2 ? 'Grace' : 'Ada',
      createdAt,
      // The later issued, the earlier it expires: sorting by either date shows.
      expiresAt: new Date(expired ? now - hour : now + (n + 1) * hour),
    }
  })
  await ctx.db.ssa.createMany({ data: rows })
}

/** Fills the dialog's name and creates, from a page that shows **Create New SSA**; ends on the detail page. */
export async function createOnScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Create New SSA' }).click()
  await page.getByLabel('Software Name').fill(name)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

/** The text of the JWT that the detail page shows. */
export async function shownJwt(page: Page): Promise<string> {
  return (await page.getByRole('region', { name: 'JWT' }).locator('code').first().textContent()) ?? ''
}
