import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { brokeUnique, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { LicenseKind } from '@/lib/generated/prisma/client'
import { auditObject } from './audit-object'
import type { LicenseOf } from './hot'
import { newLicenseKey } from './key'
import type { Customer } from './schema'

/** The terms of a new license. Instants are whole seconds. */
export interface Terms extends LicenseOf {
  kind: LicenseKind
  mauThreshold: number
  validFrom: Date
  validUntil: Date
  customer: Customer
  notes: string
}

interface Predecessor {
  id: string
  key: string
  activatedAt: Date | null
}

/**
 * Gives a license within the caller's transaction, in place of the one that is live: that one ends in the same step.
 * The caller has authorized; `orConflict` tells two grants at once.
 */
export async function grantLicense(tx: Tx, ctx: Ctx, terms: Terms): Promise<{ id: string; key: string }> {
  const replaced = await endLive(tx, ctx, terms)
  return insertLicense(tx, ctx, { ...terms, replaced })
}

/** Stores a new license and its audit row. Breaks ONE_LIVE_INDEX when another is live. */
async function insertLicense(
  tx: Tx,
  ctx: Ctx,
  { replaced, customer, ...terms }: Terms & { replaced: Predecessor | null },
): Promise<{ id: string; key: string }> {
  const license = await tx.license.create({
    data: {
      ...terms,
      key: newLicenseKey(),
      ...customerColumns(customer),
      // Where the old one was in use the new one is too: installed software just learns another key.
      activatedAt: replaced?.activatedAt ? ctx.clock.now() : null,
      replacesId: replaced?.id ?? null,
      issuedByName: ctx.actor.name,
      createdAt: ctx.clock.now(),
    },
    select: { id: true, key: true },
  })
  await record(tx, ctx, {
    action: 'license.issue',
    object: auditObject(license),
    organizationId: terms.organizationId,
    after: { ...auditedTerms(terms), ...(replaced && { replaces: replaced.key }) },
  })
  return license
}

/** Who a license is made out to, in the columns that keep it. */
export function customerColumns({ company, email, firstName, lastName }: Customer) {
  return {
    customerCompany: company,
    customerEmail: email,
    customerFirstName: firstName,
    customerLastName: lastName,
  }
}

/** What the audit log tells of the terms; notes are among staff. */
export function auditedTerms(terms: Omit<Terms, 'customer'>) {
  const { kind, productCode, fqdn, mauThreshold, validFrom, validUntil } = terms
  return {
    kind,
    productCode,
    ...(fqdn && { fqdn }),
    mauThreshold,
    validFrom: validFrom.toISOString(),
    validUntil: validUntil.toISOString(),
  }
}

/** Ends what is live: as expired when its time is over, else as replaced. */
async function endLive(tx: Tx, ctx: Ctx, of: LicenseOf): Promise<Predecessor | null> {
  const now = ctx.clock.now()
  const { organizationId, productCode, fqdn } = of
  const live = { organizationId, productCode, fqdn, status: 'LIVE' as const }
  const select = { id: true, key: true, activatedAt: true }
  const [expired] = await tx.license.updateManyAndReturn({
    where: { ...live, validUntil: { lte: now } },
    data: { status: 'EXPIRED', endedAt: now },
    select,
  })
  const [replaced] = await tx.license.updateManyAndReturn({
    where: live,
    data: { status: 'REPLACED', endedAt: now },
    select,
  })
  const ended = expired ?? replaced
  if (!ended) return null
  await record(tx, ctx, {
    action: expired ? 'license.expire' : 'license.replace',
    object: auditObject(ended),
    organizationId,
    before: { status: 'LIVE' },
    after: { status: expired ? 'EXPIRED' : 'REPLACED' },
  })
  return ended
}

/** The partial unique index that lets one license be live. */
export const ONE_LIVE_INDEX = 'license_one_live'

/** Two grants at once: one went through, and the other one is told so. */
export async function orConflict<T>(granting: Promise<T>): Promise<T> {
  try {
    return await granting
  } catch (error) {
    if (!brokeUnique(error, ONE_LIVE_INDEX)) throw error
    throw new AppError(
      'CONFLICT',
      'Another license was issued at the same moment. Look at it, and try again.',
    )
  }
}

/** Instants of licenses are whole seconds, so that every document tells the same moment. */
export function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}
