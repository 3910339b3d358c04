import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { grantLicense, wholeSecond } from '@/lib/licenses/grant'
import { moveLicenseEnd } from '@/lib/licenses/move-end'
import type { SettledOrder } from './settled-order'

interface Giving {
  order: SettledOrder
  validFrom: Date
  validUntil: Date
}

/** A new subscription license in place of whatever is live. CONFLICT where that is an enterprise license. */
export async function giveLicense(
  tx: Tx,
  ctx: Ctx,
  { order, ...span }: Giving,
): Promise<{ id: string; key: string }> {
  await assertNoEnterprise(tx, ctx, order)
  const [firstName = '', ...rest] = order.contactName.split(' ')
  return grantLicense(tx, ctx, {
    organizationId: order.organizationId,
    productCode: order.productCode,
    fqdn: '',
    kind: 'SUBSCRIPTION',
    mauThreshold: order.mau,
    ...span,
    customer: { company: order.company, email: order.email, firstName, lastName: rest.join(' ') },
    notes: '',
  })
}

interface Extending {
  /** The license that it had so far. */
  id: string
  order: SettledOrder
  validUntil: Date
}

/** The license of a subscription goes on under its key, or another one is given when it has ended: its id. */
export async function extendLicense(tx: Tx, ctx: Ctx, { id, order, validUntil }: Extending): Promise<string> {
  if (await moveLicenseEnd(tx, ctx, { id, validUntil, mauThreshold: order.mau })) return id
  const given = await giveLicense(tx, ctx, { order, validFrom: wholeSecond(ctx.clock.now()), validUntil })
  return given.id
}

/** A subscription must not take the place of more than it gives. */
async function assertNoEnterprise(
  tx: Tx,
  ctx: Ctx,
  of: { organizationId: string; productCode: string },
): Promise<void> {
  if (!(await hasEnterprise(tx, ctx, of))) return
  throw new AppError(
    'CONFLICT',
    'This organization has an enterprise license, which a subscription would end. Void the order, then record the payment: it is kept to be refunded.',
  )
}

/** Whether an enterprise license runs: there is nothing to subscribe to then. */
export async function hasEnterprise(
  tx: Tx,
  ctx: Ctx,
  { organizationId, productCode }: { organizationId: string; productCode: string },
): Promise<boolean> {
  const now = ctx.clock.now()
  const found = await tx.license.findFirst({
    where: { organizationId, productCode, kind: 'ENTERPRISE', status: 'LIVE', validUntil: { gt: now } },
    select: { id: true },
  })
  return found !== null
}
