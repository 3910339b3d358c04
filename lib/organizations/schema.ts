import { z } from 'zod'
import { visibleName } from '@/lib/visible-name'

/** What people decide about an organization; its id is the server's. */
export const organizationNameSchema = z.object({ name: visibleName('Give the organization a name.') })
export type OrganizationNameInput = z.output<typeof organizationNameSchema>

export const ORGANIZATION_KINDS = ['PERSONAL', 'TEAM', 'EXTERNAL'] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]
