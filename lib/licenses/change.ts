import { giveTo } from '@/lib/access/not-own'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { inUtc } from '@/lib/email/in-utc'
import { invalidField } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { lockRow } from '@/lib/lock'
import { auditObject } from './audit-object'
import { getLicense } from './get'
import { customerColumns, wholeSecond } from './grant'
import { mailCustomer } from './mail'
import type { Change } from './news'
import type { ChangeLicenseInput } from './schema'
import { licenseForStaff, tooLate } from './staff'
import type { StaffLicenseView } from './view'

/** Changes the terms of a live license; what is absent stays. CONFLICT when it has ended: then issue a new one. */
export async function changeLicense(ctx: Ctx, input: ChangeLicenseInput): Promise<StaffLicenseView> {
  const license = await licenseForStaff(ctx, 'license:change', input.id)
  const change = changeOf(ctx, license, input)
  const done = await giveTo(ctx, license.organizationId, tx => changeTerms(tx, ctx, { license, change }))
  const after = await getLicense(ctx, { id: input.id })
  if (!done) throw tooLate(after, 'changed')
  return after
}

interface TermsChange {
  license: StaffLicenseView
  change: Prisma.LicenseUpdateManyMutationInput
}

/** False when the license has ended meanwhile. The organization sees its terms in the audit log, never the notes. */
async function changeTerms(tx: Tx, ctx: Ctx, { license, change }: TermsChange): Promise<boolean> {
  const where = { id: license.id, status: 'LIVE' as const, validUntil: { gt: ctx.clock.now() } }
  const select = { ...TERMS, notes: true }
  await lockRow(tx, 'license', { id: license.id })
  const before = await tx.license.findFirst({ where, select })
  if (!before) return false
  const after = await tx.license.update({ where: { id: license.id }, data: change, select })
  const [old, now] = [audited(before), audited(after)]
  const changed = Object.keys(now).filter(name => old[name] !== now[name])
  const object = auditObject(license)
  if (changed.length > 0) {
    await record(tx, ctx, {
      action: 'license.change',
      object,
      organizationId: license.organizationId,
      before: pick(old, changed),
      after: pick(now, changed),
    })
    await mailCustomer(tx, ctx, {
      id: license.id,
      news: { kind: 'changed', changes: toldChanges(before, after) },
    })
  }
  if (before.notes !== after.notes) {
    await record(tx, ctx, {
      action: 'license.note',
      object,
      organizationId: null,
      before: { notes: before.notes },
      after: { notes: after.notes },
    })
  }
  return true
}

const TERMS = {
  mauThreshold: true,
  validUntil: true,
  customerCompany: true,
  customerEmail: true,
  customerFirstName: true,
  customerLastName: true,
} as const

type Terms = Pick<StaffLicenseView, keyof typeof TERMS>
type Facts = Record<string, string | number>

/** The terms as the audit log has them: without the notes, which are among staff. */
function audited(terms: Terms): Facts {
  return {
    mauThreshold: terms.mauThreshold,
    validUntil: terms.validUntil.toISOString(),
    customerCompany: terms.customerCompany,
    customerEmail: terms.customerEmail,
    customerFirstName: terms.customerFirstName,
    customerLastName: terms.customerLastName,
  }
}

/** The changes in the words of the customer's mail. */
function toldChanges(before: Terms, after: Terms): Change[] {
  const [old, now] = [told(before), told(after)]
  return Object.entries(now)
    .map(([what, value]) => ({ what, before: old[what] || 'none', after: value || 'none' }))
    .filter(change => change.before !== change.after)
}

function told(terms: Terms): Record<string, string> {
  return {
    'Monthly active users': terms.mauThreshold.toLocaleString('en'),
    'Valid until': inUtc(terms.validUntil),
    Company: terms.customerCompany,
    'E-mail address': terms.customerEmail,
    'Contact person': `${terms.customerFirstName} ${terms.customerLastName}`.trim(),
  }
}

function pick(facts: Facts, names: string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.includes(name)))
}

function changeOf(
  ctx: Ctx,
  license: StaffLicenseView,
  { mauThreshold, validUntil, customer, notes }: ChangeLicenseInput,
): Prisma.LicenseUpdateManyMutationInput {
  const end = validUntil && wholeSecond(validUntil)
  if (end && end <= ctx.clock.now()) {
    throw invalidField('validUntil', 'Choose a date and time in the future. To end a license now, revoke it.')
  }
  if (end && end <= license.validFrom) throw invalidField('validUntil', 'Choose an end after the start.')
  return {
    ...(mauThreshold !== undefined && { mauThreshold }),
    ...(end && { validUntil: end }),
    ...(notes !== undefined && { notes }),
    ...(customer && customerColumns(customer)),
  }
}
