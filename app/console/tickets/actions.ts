'use server'

import { staffAction } from '@/lib/http/action'
import { answerTicket } from '@/lib/tickets/answer'
import { assignTicket } from '@/lib/tickets/assign'
import { closeTicketForStaff } from '@/lib/tickets/close'
import { noteOnTicket } from '@/lib/tickets/note'
import { answerSchema, assignSchema, noteSchema, seenTicketSchema } from '@/lib/tickets/schema'

export const answerAction = staffAction(answerSchema, answerTicket)
export const closeAction = staffAction(seenTicketSchema, closeTicketForStaff)
export const noteAction = staffAction(noteSchema, noteOnTicket)
export const assignAction = staffAction(assignSchema, assignTicket)
