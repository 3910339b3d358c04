import { changesOf } from '@/components/audit/changes'
import { utcTime } from '@/components/ui/relative-time'
import { Timeline } from '@/components/ui/timeline'
import type { LicenseEvent, StaffLicenseEvent } from '@/lib/licenses/history'
import classes from './licenses.module.css'
import { KIND_LABEL, STANDING_LABEL } from './status'

/** Audited actions in the words of this page; a new one shows under its own name. */
const SAID: Record<string, string> = {
  'license.issue': 'Issued',
  'license.trial': 'Trial started',
  'license.activate': 'Activated',
  'license.document': 'Signed document downloaded',
  'license.change': 'Terms changed',
  'license.note': 'Notes changed',
  'license.suspend': 'Suspended',
  'license.resume': 'Resumed',
  'license.revoke': 'Revoked',
  'license.replace': 'Replaced by another license',
  'license.expire': 'Expired',
  'license.remind': 'Reminder sent: it ends soon',
}

/** What happened to a license, newest first; for staff also the values that changed. */
export function LicenseHistory({ events }: { events: (LicenseEvent | StaffLicenseEvent)[] }) {
  return (
    <Timeline
      events={events}
      more={event => 'after' in event && <Changes event={event} />}
      said={({ action }) => SAID[action] ?? action}
    />
  )
}

const KIND: Record<string, string> = KIND_LABEL
const STATUS: Record<string, string> = { ...STANDING_LABEL, LIVE: 'Live' }

/** What an audit row calls its values. */
const NAMES: Record<string, string> = {
  kind: 'Kind',
  productCode: 'Product',
  fqdn: 'Host',
  mauThreshold: 'MAU threshold',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  customerCompany: 'Company',
  customerEmail: 'E-mail',
  customerFirstName: 'First name',
  customerLastName: 'Last name',
  replaces: 'Replaces',
  reason: 'Reason',
  status: 'Status',
  notes: 'Notes',
  days: 'Days before',
}

/** The words that screens have for a value: of moments without the letters that machines want. */
function readable(name: string, value: string): string {
  if (name === 'kind') return KIND[value] ?? value
  if (name === 'mauThreshold') return Number(value).toLocaleString('en')
  if (name === 'status') return STATUS[value] ?? value
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? utcTime(new Date(value)) : value
}

function Changes({ event }: { event: StaffLicenseEvent }) {
  const changes = changesOf(event)
  if (changes.length === 0) return null
  return (
    <ul className={classes.changes}>
      {changes.map(({ name, before, after }) => (
        <li key={name}>
          {NAMES[name] ?? name}:{' '}
          {[before, after].flatMap(value => (value ? [readable(name, value)] : [])).join(' → ')}
        </li>
      ))}
    </ul>
  )
}
