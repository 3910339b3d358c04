'use server'

import { ssaConfigurationChangeSchema } from '@/lib/configuration/schema'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { staffAction } from '@/lib/http/action'

export const saveAction = staffAction(ssaConfigurationChangeSchema, setSsaConfiguration)
