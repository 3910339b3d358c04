import { Text } from '@mantine/core'
import type { Usage } from '@/lib/usage/view'
import { UsageFigures } from '../usage-figures'

/** What the organization has reported of the product, for staff to look at. */
export function LicenseUse({ usage }: { usage: Usage }) {
  if (usage.months.length > 0) return <UsageFigures reader="staff" usage={usage} />
  return (
    <Text c="dimmed" size="sm">
      {usage.productName}: the organization has reported nothing yet.
    </Text>
  )
}
