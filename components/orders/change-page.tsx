import { Alert, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { newTicketPath } from '@/components/tickets/paths'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import type { Quote } from '@/lib/orders/quote'
import type { ChangePlanInput } from '@/lib/orders/schema'
import type { Result } from '@/lib/result'
import type { MonthlyUse } from '@/lib/usage/forecast'
import { ChangeForm } from './change-form'
import { billingCrumbs } from './crumbs'
import classes from './orders.module.css'
import { billingPath } from './paths'

interface Props {
  organizationId: string
  /** What is paid for now, in words. */
  current: string
  /** What is added to the prices: "plus VAT 19%"; null: nothing. */
  taxNote: string | null
  quotes: Quote[]
  latestUse: MonthlyUse | null
  change: (input: ChangePlanInput) => Promise<Result<{ url: string | null }>>
}

/** What each change costs stands there before anything is agreed. */
export function ChangePage({ organizationId, current, taxNote, quotes, ...form }: Props) {
  return (
    <Frame
      description={`You have ${current}.${taxNote ? ` Prices are net, ${taxNote}.` : ''}`}
      organizationId={organizationId}
    >
      {quotes.length === 0 ? (
        <Text size="sm">
          There is no other plan to change to.{' '}
          <Link href={newTicketPath(organizationId, 'SALES')}>Contact sales for a larger license.</Link>
        </Text>
      ) : (
        <ChangeForm billingPath={billingPath(organizationId)} quotes={quotes} {...form} />
      )}
    </Frame>
  )
}

/** While nobody can say what a change costs. */
export function NoOffer({ organizationId, problem }: { organizationId: string; problem: string }) {
  return (
    <Frame organizationId={organizationId}>
      <Alert color="red" role="status" title="The cost of a change is not known just now">
        {problem}
      </Alert>
    </Frame>
  )
}

interface FrameProps {
  organizationId: string
  description?: string
  children: ReactNode
}

function Frame({ organizationId, description, children }: FrameProps) {
  return (
    <div className={classes.narrow}>
      <PageHeader crumbs={billingCrumbs(organizationId)} description={description} title="Change the plan" />
      {children}
    </div>
  )
}
