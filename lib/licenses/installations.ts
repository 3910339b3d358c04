import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { Prisma } from '@/lib/generated/prisma/client'
import { EXACT_TOTAL, keysetQuery, type Page, planPage, toPage } from '@/lib/keyset'
import { containing } from '@/lib/search'
import { type SsaRow, withStatus } from '@/lib/ssa/view'
import type { ListInstallationsInput } from './schema'
import { visibleKey } from './visible-key'

type ToldSsa = Pick<SsaRow, 'jti' | 'softwareId' | 'status'>

/** One installed software, as its organization tells it from the others. */
export interface InstallationRow {
  id: string
  productName: string
  fqdn: string
  /** Null: the client was deleted since. */
  client: { id: string; name: string } | null
  /** The statement that the client was registered with. */
  ssa: ToldSsa | null
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
  ssa: { select: { jti: true, softwareId: true, status: true, expiresAt: true } },
  license: { select: { key: true } },
} satisfies Prisma.InstallationSelect

type Read = Prisma.InstallationGetPayload<{ select: typeof SELECT }>

/** One page of the installations that have asked for the organization's license, the latest caller first. */
export async function listInstallations(
  ctx: Ctx,
  input: ListInstallationsInput,
): Promise<Page<InstallationRow>> {
  authorizeIn(ctx, 'license:read')
  const { sort, productCode, q } = input
  const plan = planPage(input, input.dir)
  const where: Prisma.InstallationWhereInput = {
    organizationId: ctx.organization.id,
    ...(productCode && { productCode }),
    ...(q && { OR: matching(q) }),
  }
  const [rows, total] = await Promise.all([
    ctx.db.installation.findMany({
      ...keysetQuery(where, plan, { at: sort, id: 'id' }),
      select: SELECT,
    }),
    ctx.db.installation.count({ where, take: EXACT_TOTAL + 1 }),
  ])
  const read = rows.map(row => toRow(ctx, row))
  return toPage(read, total, { ...plan, cursorOf: row => ({ at: row[sort], id: row.id }) })
}

function toRow(ctx: Ctx, { product, license, ssa, ...row }: Read): InstallationRow {
  return {
    ...row,
    productName: product.name,
    ssa: ssa && toldOf(withStatus(ssa, ctx.clock.now())),
    licenseKey: license && visibleKey(ctx.actor, license.key),
  }
}

function toldOf({ jti, softwareId, status }: ToldSsa): ToldSsa {
  return { jti, softwareId, status }
}

function matching(q: string): Prisma.InstallationWhereInput[] {
  const contains = containing(q)
  return [
    { address: contains },
    { fqdn: contains },
    { client: { name: contains } },
    { ssa: { softwareId: contains } },
  ]
}
