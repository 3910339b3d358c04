import type { Crumb } from '@/components/ui/breadcrumbs'
import { flexPath } from './paths'

/** What leads to a page below Flex. */
export function flexCrumbs(organizationId: string): Crumb[] {
  return [{ label: 'Market' }, { label: 'Flex', href: flexPath(organizationId) }]
}
