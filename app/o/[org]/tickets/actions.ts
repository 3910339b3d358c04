'use server'

import { organizationAction } from '@/lib/http/action'
import { closeTicket } from '@/lib/tickets/close'
import { openTicket } from '@/lib/tickets/open'
import { replyToTicket } from '@/lib/tickets/reply'
import { openTicketSchema, replySchema, seenTicketSchema } from '@/lib/tickets/schema'

export const openAction = organizationAction(openTicketSchema, openTicket)
export const replyAction = organizationAction(replySchema, replyToTicket)
export const closeAction = organizationAction(seenTicketSchema, closeTicket)
