import { organizationPath } from '@/lib/organizations/path'
import type { TicketKind } from '@/lib/tickets/schema'

/** The page of an organization's tickets; the page of one lies below it. */
export function ticketsPath(organizationId: string, number?: number): string {
  return organizationPath(organizationId, number === undefined ? 'tickets' : `tickets/${number}`)
}

/** Where a ticket of this kind is opened; about this product, where it is about one. */
export function newTicketPath(organizationId: string, kind: TicketKind, product?: string): string {
  const query = new URLSearchParams({ kind, ...(product !== undefined && { product }) })
  return `${ticketsPath(organizationId)}/new?${query}`
}

/** The portal read behind the list. */
export function ticketsUrl(organizationId: string): string {
  return `/api/portal${ticketsPath(organizationId)}`
}

/** The queue of staff; the page of one ticket lies below it. */
export function queuePath(number?: number): string {
  return number === undefined ? '/console/tickets' : `/console/tickets/${number}`
}

/** The portal read behind the queue. */
export const QUEUE_URL = '/api/portal/console/tickets'
