import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { KeyPurpose, KeyStatus } from '@/lib/generated/prisma/client'

interface Move {
  purpose: KeyPurpose
  from: KeyStatus
  to: KeyStatus
  /** The algorithm that the caller counts on. */
  alg: string
  data: { retiredAt: Date } | { activatedAt: Date }
}

/** Compare-and-set: of two changes at once, one finds nothing left to move and throws CONFLICT. */
export async function moveKey(tx: Tx, { purpose, from, to, alg, data }: Move): Promise<string> {
  const [moved] = await tx.signingKey.updateManyAndReturn({
    where: { purpose, status: from, alg },
    data: { status: to, ...data },
    select: { kid: true },
  })
  if (!moved) {
    throw new AppError('CONFLICT', 'Another change of keys is under way. Look at the keys and try again.')
  }
  return moved.kid
}
