'use server'

import { accountAction } from '@/lib/http/action'
import { createOrganization } from '@/lib/organizations/create'
import { organizationNameSchema } from '@/lib/organizations/schema'

export const createAction = accountAction(organizationNameSchema, createOrganization)
