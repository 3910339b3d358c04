import type { OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { currentLicense } from '@/lib/licenses/current'
import { currentLicenseSchema } from '@/lib/licenses/schema'
import { type Billing, getBilling } from '@/lib/orders/billing'
import { markOrderPaid } from '@/lib/orders/staff'
import type { testWorld } from './context'
import { numberIn, subscribed } from './ordering'

/** When the monthly subscription of `customer` begins, when its period ends, and its grace: no February has a 31st. */
export const START = new Date('2027-01-31T09:00:00Z')
export const END = new Date('2027-02-28T09:00:00Z')
export const GRACE_END = new Date('2027-03-14T09:00:00Z')

export const days = (from: Date, count: number) => daysAfter(from, count)

export const license = async (org: OrgCtx) =>
  (await currentLicense(org, currentLicenseSchema.parse({}))).license

export const billing = (org: OrgCtx): Promise<Billing> => getBilling(org, { productCode: 'adminui001' })

/** The number of what waits for its payment. */
export const open = async (org: OrgCtx) => numberIn((await billing(org)).openOrder?.number ?? '')

/** What tests of a subscription's life do in their world. */
export function livesIn(world: ReturnType<typeof testWorld>) {
  return {
    subscription: ({ organization: { id: organizationId } }: OrgCtx) =>
      world.db.subscription.findFirstOrThrow({ where: { organizationId } }),
    pay: async (org: OrgCtx) =>
      markOrderPaid(world.operator, {
        number: await open(org),
        reference: 'Bank 2',
        paidAt: world.clock.now(),
      }),
    /** An organization with a subscription that began now. */
    async customer(wanted: Parameters<typeof subscribed>[2] = {}): Promise<OrgCtx> {
      const org = await world.newOrganization()
      await subscribed(org, world.operator, wanted)
      return org
    },
  }
}
