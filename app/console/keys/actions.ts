'use server'

import { staffAction } from '@/lib/http/action'
import { rotateKeys } from '@/lib/keys/rotate'
import { rotateKeySchema } from '@/lib/keys/schema'

export const rotateAction = staffAction(rotateKeySchema, rotateKeys)
