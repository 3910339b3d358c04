import { inUtc } from '@/lib/email/in-utc'
import { ASKS_AGAIN_DAYS } from '@/lib/ssa/lifetime'
import { closesAt } from './allowance'

/** What happened to a license, as its customer is told. */
export type LicenseNews =
  | { kind: 'issued'; replaced: boolean }
  | { kind: 'changed'; changes: Change[] }
  | { kind: 'suspended' | 'revoked'; reason: string }
  | { kind: 'resumed' }
  | { kind: 'ending'; days: number }

export interface Change {
  what: string
  before: string
  after: string
}

export interface MailedLicense {
  key: string
  kind: 'TRIAL' | 'SUBSCRIPTION' | 'ENTERPRISE'
  organization: string
  product: string
  productCode: string
  fqdn: string
  mauThreshold: number
  validFrom: Date
  validUntil: Date
}

interface Said {
  subject: string
  paragraphs: string[]
}

/** The sentences of the mail. A key is told by its last group: whoever needs all of it sees it in the portal. */
export function newsOf(license: MailedLicense, news: LicenseNews): Said {
  const { product, organization, fqdn, key } = license
  const host = fqdn && ` for ${fqdn}`
  const named = `The ${product} license •${key.slice(-4)} of ${organization}${host}`
  const about = `The ${product} license of ${organization}`
  switch (news.kind) {
    case 'issued':
      return {
        subject: `A ${product} license for ${organization}`,
        paragraphs: [
          `${organization} has a new license of ${product}${host}. ${termsOf(license)}`,
          news.replaced ? REPLACED : FIRST,
        ],
      }
    case 'changed': {
      const changes = news.changes.map(({ what, before, after }) => `${what}: ${after} (before: ${before})`)
      return {
        subject: `${about} was changed`,
        paragraphs: [`${named} was changed.`, ...changes, LEARN],
      }
    }
    case 'suspended':
      return {
        subject: `${about} is suspended`,
        paragraphs: [`${named} is suspended. The reason: ${news.reason}`, suspended(license)],
      }
    case 'resumed':
      return {
        subject: `${about} is in force again`,
        paragraphs: [`${named} is in force again, until ${inUtc(license.validUntil)}.`, RESUMED],
      }
    case 'revoked':
      return {
        subject: `${about} was revoked`,
        paragraphs: [`${named} was revoked. The reason: ${news.reason}`, revoked(license)],
      }
    case 'ending':
      return {
        subject: `${about} ends in ${news.days} ${news.days === 1 ? 'day' : 'days'}`,
        paragraphs: [`${named} ends on ${inUtc(license.validUntil)}.${ended(license)}`, NEXT[license.kind]],
      }
  }
}

const FIRST = 'Your installations find it when they ask next. To connect one, open the portal.'
const REPLACED =
  'It takes the place of the license that ran so far. Your installations learn of it when they ask next; there is nothing to do.'
const LEARN = `Your installations learn of it when they ask next, within ${ASKS_AGAIN_DAYS} days.`
const RESUMED = 'Your installations learn of it when they ask next; there is nothing to do.'

const NEXT = {
  TRIAL: 'Subscribe, or contact sales, to go on without a gap.',
  SUBSCRIPTION: 'Renew it in the portal to go on without a gap.',
  ENTERPRISE: 'Contact sales to extend it.',
}

/** Whether the product is Flex, which closes its Admin UI without a license. What others do, they tell themselves. */
function closesAdminUi({ productCode, mauThreshold }: MailedLicense): boolean {
  return closesAt(productCode, mauThreshold) !== null
}

function suspended(license: MailedLicense): string {
  const told = closesAdminUi(license)
    ? 'told so, and their Admin UI closes until the license is resumed. People still sign in.'
    : 'told so, until the license is resumed.'
  return `Installations that ask now are ${told} To have it resumed, contact sales.`
}

function revoked(license: MailedLicense): string {
  const effect = closesAdminUi(license) ? ', and their Admin UI closes. People still sign in.' : '.'
  return `Installations that ask now get no license${effect} If you think that this is a mistake, contact sales.`
}

function ended(license: MailedLicense): string {
  if (!closesAdminUi(license)) return ''
  return ' After that the Admin UI of your installations closes; people still sign in.'
}

function termsOf({ productCode, mauThreshold, validFrom, validUntil }: MailedLicense): string {
  const terms = `It allows ${mauThreshold.toLocaleString('en')} monthly active users and is valid from ${inUtc(validFrom)} until ${inUtc(validUntil)}.`
  const closes = closesAt(productCode, mauThreshold)
  if (closes === null) return terms
  return `${terms} Flex closes its Admin UI in a month that reaches ${closes.toLocaleString('en')} users.`
}
