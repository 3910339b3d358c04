import { type AuditColumns, auditColumns } from '@/lib/audit/record'
import type { OrgCtx } from '@/lib/context'
import { daysAfter } from '@/lib/days'
import { uuid7 } from '@/lib/uuid'
import { auditObject } from './audit-object'
import { auditedTerms, type Terms, wholeSecond } from './grant'
import type { LicenseOf } from './hot'
import type { NewTrial } from './hot-write'
import { newLicenseKey } from './key'
import type { ProductView } from './products'
import { refused } from './refused'

/** What a trial license says of its customer: installed software knows this word. */
const NOBODY = { company: '', email: 'trial_request', firstName: '', lastName: '' }

/** The rows of a new trial: the license and its audit row. Refused with NO_TRIAL. */
export function newTrial(
  ctx: OrgCtx,
  of: LicenseOf,
  product: ProductView,
): { trial: NewTrial; audit: AuditColumns } {
  const terms = termsOf(ctx, of, product)
  const { organizationId, customer } = terms
  const trial: NewTrial = {
    id: uuid7(),
    key: newLicenseKey(),
    organization_id: organizationId,
    product_code: terms.productCode,
    fqdn: terms.fqdn,
    kind: 'TRIAL',
    mau_threshold: terms.mauThreshold,
    valid_from: terms.validFrom,
    valid_until: terms.validUntil,
    status: 'LIVE',
    customer_company: customer.company,
    customer_email: customer.email,
    customer_first_name: customer.firstName,
    customer_last_name: customer.lastName,
    notes: terms.notes,
    issued_by_name: ctx.actor.name,
    created_at: ctx.clock.now(),
  }
  const object = auditObject(trial)
  const entry = { action: 'license.trial', object, organizationId, after: auditedTerms(terms) } as const
  return { trial, audit: auditColumns(ctx, entry) }
}

/** Exactly so many times 24 hours, whatever clocks are put forward or back in between. */
function termsOf(ctx: OrgCtx, of: LicenseOf, product: ProductView): Terms {
  if (product.trialDays === null || product.trialMau === null) throw refused('NO_TRIAL')
  const validFrom = wholeSecond(ctx.clock.now())
  return {
    ...of,
    kind: 'TRIAL',
    mauThreshold: product.trialMau,
    validFrom,
    validUntil: daysAfter(validFrom, product.trialDays),
    customer: NOBODY,
    notes: '',
  }
}
