import { Code, Group, Text } from '@mantine/core'
import { CopyField } from '@/components/ui/copy-field'
import { DateTime } from '@/components/ui/date-time'
import { ExactTime } from '@/components/ui/exact-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CurrentLicense } from '@/lib/licenses/current'
import type { LicenseView } from '@/lib/licenses/view'
import { badgeOf, verdictOf } from './card-states'
import { daysLeft, isLate, type PaidPeriod, renews } from './days-left'
import { MauThreshold } from './mau-threshold'
import { KIND_LABEL } from './status'

interface Props {
  organizationId: string
  current: CurrentLicense
  /** Whether the key is there whole, to be copied. */
  keyShown: boolean
  /** Of the subscription that runs, if any. */
  period?: PaidPeriod | null
}

/** Where an organization stands with one product, fact by fact. */
export function LicenseRows({ organizationId, current, keyShown, period = null }: Props) {
  const { license } = current
  return (
    <KeyValueRows
      rows={[
        { label: 'Org ID', value: <CopyField text={organizationId} what="organization id" /> },
        { label: 'Status', value: <Status current={current} period={period} /> },
        ...(license ? factsOf(license, { keyShown, period, late: isLate(current, period) }) : []),
      ]}
    />
  )
}

interface Seen {
  keyShown: boolean
  period: PaidPeriod | null
  late: boolean
}

function factsOf(license: LicenseView, seen: Seen) {
  const { keyShown } = seen
  const { key, kind, productName, productCode, fqdn, mauThreshold, validFrom } = license
  const { verdict, suspendedReason, endedReason, activatedAt } = license
  const why = verdict.code === 'SUSPENDED' ? suspendedReason : endedReason
  return [
    ...(why ? [{ label: 'Reason', value: why }] : []),
    { label: 'Kind', value: KIND_LABEL[kind] },
    { label: 'Product', value: `${productName} (${productCode})` },
    ...(fqdn ? [{ label: 'Host', value: <CopyField text={fqdn} what="host name" /> }] : []),
    { label: 'License key', value: keyShown ? <CopyField text={key} what="license key" /> : key },
    ...(verdict.code === 'NOT_STARTED' ? [{ label: 'Valid from', value: <ExactTime at={validFrom} /> }] : []),
    ...endOf(license, seen),
    { label: 'MAU threshold', value: <MauThreshold productCode={productCode} threshold={mauThreshold} /> },
    { label: 'Activated', value: activatedAt ? <DateTime at={activatedAt} /> : 'Not yet' },
  ]
}

/** A subscription renews before its license ends: people must not take the end of the grace for the day to pay. */
function endOf(license: LicenseView, { period, late }: Seen) {
  const { validUntil, verdict } = license
  const end = <ExactTime at={validUntil} />
  if (!verdict.valid || !period || !renews(license, period)) return [{ label: 'Valid until', value: end }]
  return [
    { label: 'Paid until', value: <ExactTime at={period.periodEnd} /> },
    {
      label: 'Grace until',
      value: (
        <>
          {end}
          <Text c="dimmed" size="sm">
            {late
              ? 'The license ends then, unless the payment that is late comes before.'
              : 'Should you pay late, the license stays in force until then.'}
          </Text>
        </>
      ),
    },
  ]
}

function Status({ current, period }: { current: CurrentLicense; period: PaidPeriod | null }) {
  const { label, tone } = badgeOf(current, period)
  const { code, message } = verdictOf(current)
  const left = daysLeft(current, period)
  return (
    <Group gap="xs">
      <StatusBadge tone={tone}>{label}</StatusBadge>
      {left && (
        <Text component="span" fw={600} size="sm">
          {left}
        </Text>
      )}
      <Text component="span" size="sm">
        {message}
      </Text>
      <Code>{code}</Code>
    </Group>
  )
}
