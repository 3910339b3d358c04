import { Text } from '@mantine/core'
import { flexPath } from '@/components/flex/paths'
import { PageHeader } from '@/components/ui/page-header'
import type { Quote } from '@/lib/orders/quote'
import type { ChangePlanInput } from '@/lib/orders/schema'
import type { Result } from '@/lib/result'
import type { MonthlyUse } from '@/lib/usage/forecast'
import { ChangeForm } from './change-form'
import classes from './orders.module.css'
import { billingPath } from './paths'

interface Props {
  organizationId: string
  /** What is paid for now, in words. */
  current: string
  quotes: Quote[]
  latestUse: MonthlyUse | null
  change: (input: ChangePlanInput) => Promise<Result<{ url: string | null }>>
}

/** What each change costs stands there before anything is agreed. */
export function ChangePage({ organizationId, current, quotes, ...form }: Props) {
  return (
    <div className={classes.narrow}>
      <PageHeader
        crumbs={[
          { label: 'Market' },
          { label: 'Flex', href: flexPath(organizationId) },
          { label: 'Plan & Billing', href: billingPath(organizationId) },
        ]}
        description={`You have ${current}.`}
        title="Change the plan"
      />
      {quotes.length === 0 ? (
        <Text size="sm">There is no other plan to change to. Contact sales for a larger license.</Text>
      ) : (
        <ChangeForm billingPath={billingPath(organizationId)} quotes={quotes} {...form} />
      )}
    </div>
  )
}
