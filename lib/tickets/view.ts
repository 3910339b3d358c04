import type { Prisma } from '@/lib/generated/prisma/client'
import { judge, type Verdict } from '@/lib/licenses/judge'
import type { TicketKind, TicketStatus } from './schema'

/** A ticket as lists show it. */
export interface TicketRow {
  number: number
  kind: TicketKind
  status: TicketStatus
  subject: string
  openedByName: string
  createdAt: Date
  lastMessageAt: Date
}

/** The same for staff. */
export interface QueueRow extends TicketRow {
  mau: number | null
  organizationId: string
  organizationName: string
  assigneeId: string | null
  assigneeName: string | null
}

/** One thing that was said, by whom and when. */
export interface TicketText {
  id: string
  authorName: string
  text: string
  at: Date
}

export interface TicketMessage extends TicketText {
  side: 'CUSTOMER' | 'STAFF'
}

/** The organization's license of the product when the ticket was opened, and what it is now. */
export interface TicketLicense {
  id: string
  kind: 'TRIAL' | 'SUBSCRIPTION' | 'ENTERPRISE'
  mauThreshold: number
  validUntil: Date
  verdict: Verdict
}

/** A ticket with its conversation, oldest first, as the organization sees it. */
export interface TicketView extends TicketRow {
  /** Goes with whatever is done to the ticket next. */
  version: number
  mau: number | null
  productCode: string | null
  productName: string | null
  contactName: string
  contactEmail: string
  license: TicketLicense | null
  messages: TicketMessage[]
}

export const ROW_SELECT = {
  number: true,
  kind: true,
  status: true,
  subject: true,
  openedByName: true,
  createdAt: true,
  lastMessageAt: true,
} satisfies Prisma.TicketSelect

export const QUEUE_SELECT = {
  ...ROW_SELECT,
  mau: true,
  organizationId: true,
  organization: { select: { name: true } },
  assigneeId: true,
  assignee: { select: { name: true } },
} satisfies Prisma.TicketSelect

const LICENSE_SELECT = {
  id: true,
  kind: true,
  mauThreshold: true,
  validFrom: true,
  validUntil: true,
  status: true,
  suspendedAt: true,
} satisfies Prisma.LicenseSelect

const TEXT = { id: true, authorName: true, text: true, at: true } as const
export const TEXT_SELECT = { select: TEXT, orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }] }

export const VIEW_SELECT = {
  ...ROW_SELECT,
  version: true,
  mau: true,
  productCode: true,
  product: { select: { name: true } },
  contactName: true,
  contactEmail: true,
  license: { select: LICENSE_SELECT },
  messages: { ...TEXT_SELECT, select: { ...TEXT, side: true } },
} satisfies Prisma.TicketSelect

type Row = Prisma.TicketGetPayload<{ select: typeof VIEW_SELECT }>
type License = Prisma.LicenseGetPayload<{ select: typeof LICENSE_SELECT }>

export function toView({ product, license, ...row }: Row, now: Date): TicketView {
  return { ...row, productName: product?.name ?? null, license: license && toLicense(license, now) }
}

function toLicense({ validFrom, status, suspendedAt, ...license }: License, now: Date): TicketLicense {
  const { validUntil } = license
  return { ...license, verdict: judge({ status, validFrom, validUntil, suspendedAt }, now) }
}

type QueueRead = Prisma.TicketGetPayload<{ select: typeof QUEUE_SELECT }>

export function toQueueRow({ organization, assignee, ...row }: QueueRead): QueueRow {
  return { ...row, organizationName: organization.name, assigneeName: assignee?.name ?? null }
}
