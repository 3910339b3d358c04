'use server'

import { createClient } from '@/lib/clients/create'
import { deleteClient } from '@/lib/clients/delete'
import { rotateClientSecret } from '@/lib/clients/rotate-secret'
import { clientIdSchema, createClientSchema } from '@/lib/clients/schema'
import { organizationAction } from '@/lib/http/action'

export const createAction = organizationAction(createClientSchema, createClient)
export const rotateAction = organizationAction(clientIdSchema, rotateClientSecret)
export const removeAction = organizationAction(clientIdSchema, deleteClient)
