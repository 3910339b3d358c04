import { CopyField } from '@/components/ui/copy-field'
import { DateTime } from '@/components/ui/date-time'
import { ExactTime } from '@/components/ui/exact-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { Link } from '@/components/ui/link'
import { told } from '@/lib/licenses/judge'
import { REASONS } from '@/lib/licenses/reasons'
import type { LicenseLink, LicenseSurroundings } from '@/lib/licenses/surroundings'
import type { StaffLicenseView } from '@/lib/licenses/view'
import { MauThreshold } from '../mau-threshold'
import { consoleLicensePath } from '../paths'
import { KIND_LABEL, LicenseStatusBadge } from '../status'

interface Props {
  license: StaffLicenseView
  surroundings: LicenseSurroundings
}

/** Every fact of a license, for staff. */
export function LicenseFacts({ license, surroundings }: Props) {
  const { verdict, fqdn, suspendedAt, suspendedReason, endedAt, endedReason, activatedAt } = license
  const { replaces, replacedBy } = surroundings
  const rows = [
    { label: 'Status', value: <Status license={license} /> },
    { label: 'Organization', value: <Organization license={license} /> },
    { label: 'License key', value: <CopyField text={license.key} what="license key" /> },
    { label: 'Kind', value: KIND_LABEL[license.kind] },
    { label: 'Product', value: `${license.productName} (${license.productCode})` },
    ...(fqdn ? [{ label: 'Host', value: <CopyField text={fqdn} what="host name" /> }] : []),
    {
      label: 'MAU threshold',
      value: <MauThreshold productCode={license.productCode} threshold={license.mauThreshold} />,
    },
    { label: 'Valid from', value: <ExactTime at={license.validFrom} /> },
    { label: 'Valid until', value: <ExactTime at={license.validUntil} /> },
    { label: 'Activated', value: activatedAt ? <DateTime at={activatedAt} /> : 'Not yet' },
    ...(suspendedAt ? [{ label: 'Suspended', value: <Ended at={suspendedAt} why={suspendedReason} /> }] : []),
    ...(endedAt
      ? [{ label: ENDED[verdict.code] ?? 'Ended', value: <Ended at={endedAt} why={endedReason} /> }]
      : []),
    { label: 'Customer', value: customerOf(license) },
    { label: 'Issued', value: <Issued license={license} /> },
    ...(replaces ? [{ label: 'Replaces', value: <Other license={replaces} /> }] : []),
    ...(replacedBy ? [{ label: 'Replaced by', value: <Other license={replacedBy} /> }] : []),
  ]
  return <KeyValueRows rows={rows} />
}

const ENDED: Record<string, string> = { EXPIRED: 'Expired', REVOKED: 'Revoked', REPLACED: 'Replaced' }

/** Where the table of reasons speaks of the message that software gets. */
const MEANING: Record<string, string> = { SUSPENDED: 'Out of force until it is resumed.' }

function Status({ license }: { license: StaffLicenseView }) {
  const { verdict } = license
  const { code } = told(verdict, license)
  return (
    <>
      <LicenseStatusBadge standing={verdict.code} /> {MEANING[code] ?? REASONS[code].meaning}
    </>
  )
}

function Organization({ license }: { license: StaffLicenseView }) {
  const { organizationName, organizationId } = license
  return (
    <>
      {organizationName} <CopyField text={organizationId} what="organization id" />{' '}
      <Link href={`${consoleLicensePath()}?${new URLSearchParams({ q: organizationId })}`}>
        All its licenses
      </Link>
    </>
  )
}

function Ended({ at, why }: { at: Date; why: string | null }) {
  return (
    <>
      <DateTime at={at} />
      {why && `: ${why}`}
    </>
  )
}

function customerOf({
  customerCompany,
  customerFirstName,
  customerLastName,
  customerEmail,
}: StaffLicenseView): string {
  const person = [customerFirstName, customerLastName].filter(Boolean).join(' ')
  return [customerCompany, person, customerEmail].filter(Boolean).join(', ')
}

function Issued({ license }: { license: StaffLicenseView }) {
  return (
    <>
      <DateTime at={license.createdAt} /> by {license.issuedByName}
    </>
  )
}

function Other({ license }: { license: LicenseLink }) {
  return <Link href={consoleLicensePath(license.id)}>{license.key}</Link>
}
