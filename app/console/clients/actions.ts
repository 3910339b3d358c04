'use server'

import { createClient } from '@/lib/clients/create'
import { deleteClient } from '@/lib/clients/delete'
import { rotateClientSecret } from '@/lib/clients/rotate-secret'
import { clientIdSchema, createClientSchema } from '@/lib/clients/schema'
import { staffAction } from '@/lib/http/action'

export const createAction = staffAction(createClientSchema, createClient)
export const rotateAction = staffAction(clientIdSchema, rotateClientSecret)
export const removeAction = staffAction(clientIdSchema, deleteClient)
