import { Group } from '@mantine/core'
import { badgeOf } from '@/components/licenses/card-states'
import { daysLeft, type PaidPeriod } from '@/components/licenses/days-left'
import { Link } from '@/components/ui/link'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CurrentLicense } from '@/lib/licenses/current'

interface Props {
  current: CurrentLicense
  period: PaidPeriod | null
}

/** How the license stands, at the head of the page; leads to its card, which may lie below a long list of SSAs. */
export function LicenseSummary({ current, period }: Props) {
  const { label, tone } = badgeOf(current, period)
  return (
    <Group gap="xs">
      <StatusBadge tone={tone}>{label}</StatusBadge>
      <Link href="#license">{daysLeft(current, period) ?? 'Flex License'}</Link>
    </Group>
  )
}
