import type { Ctx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { tellLow } from './tell-low'

/** Days that the answer to an idempotency key is kept. */
export const KEY_DAYS = 30

/** Forgets the answers to old idempotency keys. */
export async function forgetCreditRequests({ db, clock }: Ctx): Promise<number> {
  const before = daysAfter(clock.now(), -KEY_DAYS)
  return (await db.creditRequest.deleteMany({ where: { at: { lt: before } } })).count
}

/** Tells of low credits whatever a process that died did not; resolves to how many organizations were told. */
export async function tellUntoldLow(ctx: Ctx): Promise<number> {
  const untold = await ctx.db.creditAccount.findMany({
    where: { toldLowAt: null, balance: { lte: ctx.db.creditAccount.fields.threshold } },
    select: { organizationId: true },
  })
  let told = 0
  for (const { organizationId } of untold) if (await tellLow(ctx, organizationId)) told++
  return told
}
