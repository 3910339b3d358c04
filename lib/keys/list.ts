import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import type { KeyPurpose, KeyStatus } from '@/lib/generated/prisma/client'

export interface KeyView {
  kid: string
  purpose: KeyPurpose
  alg: string
  status: KeyStatus
  createdAt: Date
  activatedAt: Date | null
  retiredAt: Date | null
  /** When the last statement or license document signed with it expires; it stays published until then. */
  neededUntil: Date | null
}

const LAST_EXPIRATION = { orderBy: { expiresAt: 'desc' }, take: 1, select: { expiresAt: true } } as const

/** Every signing key, newest first, without private members. */
export async function listKeys(ctx: Ctx): Promise<KeyView[]> {
  authorize(ctx, 'keys:read')
  const rows = await ctx.db.signingKey.findMany({
    orderBy: [{ purpose: 'asc' }, { createdAt: 'desc' }],
    select: {
      kid: true,
      purpose: true,
      alg: true,
      status: true,
      createdAt: true,
      activatedAt: true,
      retiredAt: true,
      ssas: LAST_EXPIRATION,
      licenseDocuments: LAST_EXPIRATION,
    },
  })
  return rows.map(({ ssas, licenseDocuments, ...key }) => {
    const [last] = [...ssas, ...licenseDocuments]
    return { ...key, neededUntil: last?.expiresAt ?? null }
  })
}
