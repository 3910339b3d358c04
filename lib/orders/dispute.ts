import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { mailCustomer } from '@/lib/licenses/mail'
import { putBackInForce, putOutOfForce } from '@/lib/licenses/suspend'

const DISPUTED = 'The payment is disputed.'

/** Suspends a license within the caller's transaction while its payment is disputed. False when it is suspended or over. */
export async function suspendForDispute(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
  const out = await putOutOfForce(tx, ctx, { id, reason: DISPUTED })
  if (out) await mailCustomer(tx, ctx, { id, news: { kind: 'suspended', reason: DISPUTED } })
  return out
}

/** Takes that back within the caller's transaction. False for a license that is in force, or suspended otherwise. */
export async function liftDispute(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
  const ours = await tx.license.findFirst({ where: { id, suspendedReason: DISPUTED }, select: { id: true } })
  const back = ours !== null && (await putBackInForce(tx, ctx, id))
  if (back) await mailCustomer(tx, ctx, { id, news: { kind: 'resumed' } })
  return back
}
