import { Paper, Stack, Text, Title } from '@mantine/core'
import { LinkButton } from '@/components/ui/link-button'
import { money } from '@/lib/orders/money'
import type { PlanView } from '@/lib/orders/plans'
import classes from './orders.module.css'
import { checkoutPath } from './paths'
import { mauText } from './words'

interface Props {
  organizationId: string
  plan: PlanView
  /** Whether this person may subscribe to it here and now. */
  offered: boolean
}

export function PlanCard({ organizationId, plan, offered }: Props) {
  const { code, name, mau, monthlyPrice, yearlyPrice, currency } = plan
  const lessByTheYear = 12 * monthlyPrice - yearlyPrice
  const saved = lessByTheYear > 0 && `, ${money(lessByTheYear, currency)} less`
  return (
    <Paper className={classes.plan} component="li" p="md" withBorder>
      <Stack gap={4} h="100%">
        <Title order={3}>{name}</Title>
        <Text size="sm">Up to {mauText(mau)}</Text>
        <Text className={classes.price}>
          {money(monthlyPrice, currency)} <span className={classes.per}>a month</span>
        </Text>
        <Text c="dimmed" size="sm">
          or {money(yearlyPrice, currency)} a year{saved}
        </Text>
        {offered && (
          <LinkButton
            aria-label={`Subscribe to ${name}`}
            href={checkoutPath(organizationId, code)}
            mt="sm"
            variant="default"
          >
            Subscribe
          </LinkButton>
        )}
      </Stack>
    </Paper>
  )
}
