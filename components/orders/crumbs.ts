import { flexCrumbs } from '@/components/flex/crumbs'
import type { Crumb } from '@/components/ui/breadcrumbs'
import { billingPath } from './paths'

/** What leads to a page below Plan & Billing. */
export function billingCrumbs(organizationId: string): Crumb[] {
  return [...flexCrumbs(organizationId), { label: 'Plan & Billing', href: billingPath(organizationId) }]
}
