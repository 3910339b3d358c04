import { authorize } from '@/lib/access/authorize'
import { belongsTo } from '@/lib/access/not-own'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import type { LicenseId } from './schema'

/** Another license, to be linked. */
export interface LicenseLink {
  id: string
  key: string
}

/** One installed software that got this license when it asked last. */
export interface LicensedInstallation {
  id: string
  name: string | null
  fqdn: string
  address: string | null
  firstSeenAt: Date
  lastSeenAt: Date
}

export interface LicenseSurroundings {
  replaces: LicenseLink | null
  replacedBy: LicenseLink | null
  /** The latest callers. */
  installations: LicensedInstallation[]
  /** How many there are in all. */
  installed: number
  /** Whether whoever asks belongs to the organization, and so may change nothing. */
  own: boolean
}

/** Installations that are told one by one. */
const MOST = 50
const LINK = { select: { id: true, key: true } } as const

/** What stands around one license, for staff: those before and after it, and the software that uses it. */
export async function licenseSurroundings(ctx: Ctx, { id }: LicenseId): Promise<LicenseSurroundings> {
  authorize(ctx, 'license:read-all')
  const row = await ctx.db.license.findUnique({
    where: { id },
    select: { organizationId: true, replaces: LINK, replacedBy: LINK },
  })
  if (!row) throw notFound('This license')
  // Naming the organization lets the index find them.
  const where = { organizationId: row.organizationId, licenseId: id }
  const [installations, installed, own] = await Promise.all([
    ctx.db.installation.findMany({
      where,
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      select: {
        id: true,
        fqdn: true,
        address: true,
        firstSeenAt: true,
        lastSeenAt: true,
        client: { select: { name: true } },
      },
    }),
    ctx.db.installation.count({ where }),
    belongsTo(ctx, row.organizationId),
  ])
  const named = installations.map(({ client, ...rest }) => ({ ...rest, name: client?.name ?? null }))
  return { replaces: row.replaces, replacedBy: row.replacedBy, installations: named, installed, own }
}
