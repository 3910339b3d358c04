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
  /** When the last statement signed with it expires; it stays published until then. Null: none was signed. */
  neededUntil: Date | null
}

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
      ssas: { orderBy: { expiresAt: 'desc' }, take: 1, select: { expiresAt: true } },
    },
  })
  return rows.map(({ ssas, ...key }) => ({ ...key, neededUntil: ssas[0]?.expiresAt ?? null }))
}
