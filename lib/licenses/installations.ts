import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx, OrgCtx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Cursor, EXACT_TOTAL, type Page, planPage, toPage } from '@/lib/keyset'
import type { ListInstallationsInput } from './schema'
import { visibleKey } from './visible-key'

/** One installed software, as its organization tells it from the others. */
export interface InstallationRow {
  id: string
  productName: string
  fqdn: string
  /** Null: the client was deleted since. */
  client: { id: string; name: string } | null
  /** The statement that the client was registered with. */
  ssa: { jti: string; softwareId: string } | null
  /** As this person may see it. */
  licenseKey: string | null
  address: string | null
  firstSeenAt: Date
  /** Five minutes behind the latest call at most. */
  lastSeenAt: Date
}

const SELECT = {
  id: true,
  fqdn: true,
  address: true,
  firstSeenAt: true,
  lastSeenAt: true,
  product: { select: { name: true } },
  client: { select: { id: true, name: true } },
  ssa: { select: { jti: true, softwareId: true } },
  license: { select: { key: true } },
} satisfies Prisma.InstallationSelect

/** One page of the installations that have asked for the organization's license, the latest caller first. */
export async function listInstallations(
  ctx: Ctx,
  input: ListInstallationsInput,
): Promise<Page<InstallationRow>> {
  authorizeIn(ctx, 'license:read')
  const plan = planPage(input, 'desc')
  const where = { organizationId: ctx.organization.id }
  const [rows, total] = await Promise.all([
    ctx.db.installation.findMany({
      where: plan.cursor ? { AND: [where, beyond(plan.order, plan.cursor)] } : where,
      orderBy: [{ lastSeenAt: plan.order }, { id: plan.order }],
      take: plan.take,
      select: SELECT,
    }),
    countOf(ctx, where),
  ])
  const read = rows.map(({ product, license, ...row }) => ({
    ...row,
    productName: product.name,
    licenseKey: license && visibleKey(ctx.actor, license.key),
  }))
  return toPage(read, total, { ...plan, cursorOf: row => ({ at: row.lastSeenAt, id: row.id }) })
}

function countOf(ctx: OrgCtx, where: Prisma.InstallationWhereInput): Promise<number> {
  return ctx.db.installation.count({ where, take: EXACT_TOTAL + 1 })
}

function beyond(order: 'asc' | 'desc', { at, id }: Cursor): Prisma.InstallationWhereInput {
  return order === 'asc'
    ? { lastSeenAt: { gte: at }, OR: [{ lastSeenAt: { gt: at } }, { id: { gt: id } }] }
    : { lastSeenAt: { lte: at }, OR: [{ lastSeenAt: { lt: at } }, { id: { lt: id } }] }
}
