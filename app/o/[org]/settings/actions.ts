'use server'

import { organizationAction } from '@/lib/http/action'
import { renameOrganization } from '@/lib/organizations/rename'
import { organizationNameSchema } from '@/lib/organizations/schema'

export const renameAction = organizationAction(organizationNameSchema, renameOrganization)
