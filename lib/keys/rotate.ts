import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { KeyPurpose } from '@/lib/generated/prisma/client'
import { generateKey } from './generate'
import { moveKey } from './move'
import type { RotateKeyInput } from './schema'
import { signingAlgorithmSchema } from './schema'
import { activeKeys } from './signer'

interface Rotated {
  purpose: KeyPurpose
  /** The key that signs from now on: it was published before, so caches already know it. */
  active: string
  retired: string
  next: string
}

/** The waiting key starts to sign, the active one retires (still published), a new one of its algorithm waits. */
export async function rotateKeys(ctx: Ctx, { purpose }: RotateKeyInput): Promise<Rotated> {
  authorize(ctx, 'keys:rotate')
  const where = { purpose, status: 'ACTIVE' as const }
  const row = await ctx.db.signingKey.findFirstOrThrow({ where, select: { alg: true } })
  const alg = signingAlgorithmSchema.parse(row.alg)
  const fresh = await generateKey(ctx.secrets, { purpose, alg, status: 'NEXT' })
  const now = ctx.clock.now()
  const rotated = await ctx.db.$transaction(async tx => {
    const retired = await moveKey(tx, {
      purpose,
      from: 'ACTIVE',
      to: 'RETIRED',
      alg,
      data: { retiredAt: now },
    })
    const active = await moveKey(tx, { purpose, from: 'NEXT', to: 'ACTIVE', alg, data: { activatedAt: now } })
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
  activeKeys.forget(ctx.db)
  return rotated
}
