import type { Prisma } from '@/lib/generated/prisma/client'
import { judge, type Verdict } from './judge'

/** A license as its organization sees it. */
export interface LicenseView {
  id: string
  key: string
  kind: 'TRIAL' | 'SUBSCRIPTION' | 'ENTERPRISE'
  productCode: string
  productName: string
  /** Empty where the product is not licensed per host. */
  fqdn: string
  mauThreshold: number
  validFrom: Date
  validUntil: Date
  activatedAt: Date | null
  suspendedAt: Date | null
  suspendedReason: string | null
  endedAt: Date | null
  endedReason: string | null
  customerCompany: string
  customerEmail: string
  customerFirstName: string
  customerLastName: string
  issuedByName: string
  createdAt: Date
  verdict: Verdict
}

/** The same for staff. */
export interface StaffLicenseView extends LicenseView {
  organizationId: string
  organizationName: string
  notes: string
}

export const VIEW_SELECT = {
  id: true,
  key: true,
  kind: true,
  productCode: true,
  product: { select: { name: true } },
  fqdn: true,
  mauThreshold: true,
  validFrom: true,
  validUntil: true,
  status: true,
  activatedAt: true,
  suspendedAt: true,
  suspendedReason: true,
  endedAt: true,
  endedReason: true,
  customerCompany: true,
  customerEmail: true,
  customerFirstName: true,
  customerLastName: true,
  issuedByName: true,
  createdAt: true,
} satisfies Prisma.LicenseSelect

export const STAFF_SELECT = {
  ...VIEW_SELECT,
  organizationId: true,
  organization: { select: { name: true } },
  notes: true,
} satisfies Prisma.LicenseSelect

type Row = Prisma.LicenseGetPayload<{ select: typeof VIEW_SELECT }>
type StaffRow = Prisma.LicenseGetPayload<{ select: typeof STAFF_SELECT }>

export function toView({ product, status, ...row }: Row, now: Date): LicenseView {
  return { ...row, productName: product.name, verdict: judge({ ...row, status }, now) }
}

export function toStaffView({ organization, ...row }: StaffRow, now: Date): StaffLicenseView {
  const { organizationId, notes } = row
  return { ...toView(row, now), organizationId, organizationName: organization.name, notes }
}
