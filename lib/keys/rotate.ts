import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { KeyPurpose, KeyStatus } from '@/lib/generated/prisma/client'
import { generateKey } from './generate'
import type { RotateKeyInput } from './schema'

interface Rotated {
  purpose: KeyPurpose
  /** The key that signs from now on: it was published before, so caches already know it. */
  active: string
  retired: string
  next: string
}

/** The waiting key starts to sign, the active one retires (still published), a new one waits. */
export async function rotateKeys(ctx: Ctx, { purpose }: RotateKeyInput): Promise<Rotated> {
  authorize(ctx, 'keys:rotate')
  const fresh = await generateKey(purpose, 'NEXT', ctx.secrets)
  return ctx.db.$transaction(async tx => {
    const retired = await move(tx, {
      purpose,
      from: 'ACTIVE',
      to: 'RETIRED',
      data: { retiredAt: ctx.clock.now() },
    })
    const active = await move(tx, {
      purpose,
      from: 'NEXT',
      to: 'ACTIVE',
      data: { activatedAt: ctx.clock.now() },
    })
    const { kid: next } = await tx.signingKey.create({ data: fresh, select: { kid: true } })
    await record(tx, ctx, {
      action: 'keys.rotate',
      object: { type: 'key', id: active, name: active },
      organizationId: null,
      before: { active: retired },
      after: { active, next },
    })
    return { purpose, active, retired, next }
  })
}

interface Move {
  purpose: KeyPurpose
  from: KeyStatus
  to: KeyStatus
  data: { retiredAt: Date } | { activatedAt: Date }
}

/** Compare-and-set: of two rotations at once, one finds nothing left to move. */
async function move(tx: Tx, { purpose, from, to, data }: Move): Promise<string> {
  const [moved] = await tx.signingKey.updateManyAndReturn({
    where: { purpose, status: from },
    data: { status: to, ...data },
    select: { kid: true },
  })
  if (!moved) throw new AppError('CONFLICT', 'Another rotation is under way. Look at the keys and try again.')
  return moved.kid
}
