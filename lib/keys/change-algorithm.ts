import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { generateKey } from './generate'
import { moveKey } from './move'
import type { SigningAlgorithm } from './schema'

/**
 * Makes the keys for a change of the SSAs' algorithm, which is slow, and gives the step for the caller's transaction:
 * the new key signs, a second one waits, and the old ones retire (published while a statement needs them).
 * After the commit the caller makes `activeKeys` forget.
 */
export async function prepareAlgorithm(
  ctx: Ctx,
  { from, to: alg }: { from: SigningAlgorithm; to: SigningAlgorithm },
): Promise<(tx: Tx) => Promise<void>> {
  const purpose = 'SSA'
  const [active, next] = await Promise.all([
    generateKey(ctx.secrets, { purpose, alg, status: 'ACTIVE' }),
    generateKey(ctx.secrets, { purpose, alg, status: 'NEXT' }),
  ])
  return async tx => {
    const data = { retiredAt: ctx.clock.now() }
    const retired = await moveKey(tx, { purpose, from: 'ACTIVE', to: 'RETIRED', alg: from, data })
    await moveKey(tx, { purpose, from: 'NEXT', to: 'RETIRED', alg: from, data })
    await tx.signingKey.createMany({ data: [active, next] })
    await record(tx, ctx, {
      action: 'keys.change-algorithm',
      object: { type: 'key', id: active.kid, name: active.kid },
      organizationId: null,
      before: { active: retired, alg: from },
      after: { active: active.kid, alg },
    })
  }
}
