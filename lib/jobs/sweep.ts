import { sweepClients } from '@/lib/clients/sweep'
import type { Ctx } from '@/lib/context'
import { forgetCreditRequests, tellUntoldLow } from '@/lib/credits/sweep'
import { daysAfter } from '@/lib/days'
import { discardKeys } from '@/lib/keys/discard'
import { expireLicenses } from '@/lib/licenses/expire'
import { forgetInstallations } from '@/lib/licenses/forget-installations'
import { remindOfEnds } from '@/lib/licenses/remind'
import { faultOf, log } from '@/lib/log'
import { forgetPaymentEvents } from '@/lib/orders/forget-events'
import { sweepOrders } from '@/lib/orders/sweep'
import { sweepSsaChecks } from '@/lib/ssa/check-totals'

/** Removes what is over; resolves to how many rows went. Safe to run twice, and in two processes at once. */
export type Sweep = (ctx: Ctx) => Promise<number>

/** What the daily sweep does, by name. A noun that leaves something behind adds its own. */
const SWEEPS: Record<string, Sweep> = {
  sessions: async ({ db, clock }) =>
    (await db.session.deleteMany({ where: { expiresAt: { lt: clock.now() } } })).count,
  signInLinks: async ({ db, clock }) =>
    (await db.signInToken.deleteMany({ where: { expiresAt: { lt: clock.now() } } })).count,
  rateWindows: async ({ db, clock }) =>
    (await db.rateWindow.deleteMany({ where: { endsAt: { lt: clock.now() } } })).count,
  invitations: async ({ db, clock }) =>
    (await db.invitation.deleteMany({ where: { expiresAt: { lt: daysAfter(clock.now(), -30) } } })).count,
  clients: sweepClients,
  installations: forgetInstallations,
  ssaChecks: sweepSsaChecks,
  // Before licenses expire: a renewal may be what keeps one from it.
  orders: sweepOrders,
  paymentEvents: forgetPaymentEvents,
  licenses: expireLicenses,
  creditRequests: forgetCreditRequests,
  lowCredits: tellUntoldLow,
  licenseReminders: remindOfEnds,
  licenseDocuments: async ({ db, clock }) =>
    (await db.licenseDocument.deleteMany({ where: { expiresAt: { lt: clock.now() } } })).count,
  signingKeys: ({ db, clock }) => discardKeys(db, clock),
}

/** Runs every sweep; one that fails does not keep the others from running. Throws when any failed. */
export async function sweep(ctx: Ctx, sweeps: Record<string, Sweep> = SWEEPS): Promise<void> {
  const broken: string[] = []
  for (const [name, run] of Object.entries(sweeps)) {
    try {
      const removed = await run(ctx)
      if (removed > 0) log.info({ sweep: name, removed }, 'swept')
    } catch (error) {
      log.error({ ...faultOf(error), sweep: name }, 'a sweep failed')
      broken.push(name)
    }
  }
  if (broken.length > 0) throw new Error(`Sweeps failed: ${broken.join(', ')}.`)
}
