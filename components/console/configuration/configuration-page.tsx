import { Stack } from '@mantine/core'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import type { ConfigurationChange } from '@/lib/configuration/history'
import type { CheckTotals } from '@/lib/ssa/check-totals'
import { Checks } from './checks'
import { ConfigurationForm, type ConfigurationFormProps } from './configuration-form'
import { History } from './history'

interface Props extends ConfigurationFormProps {
  history: ConfigurationChange[]
  checks: { today: CheckTotals; month: CheckTotals }
}

export function ConfigurationPage({ history, checks, ...form }: Props) {
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Console' }]}
        description="How SSAs are issued, for people and for API clients. Every process follows a change within two seconds."
        title="Configuration"
      />
      <Stack gap="xl">
        <ConfigurationForm {...form} />
        <Section
          description="How often software asked the endpoint whether an SSA is live. Refused: the id is unknown, or its SSA is expired, used or revoked."
          id="checks"
          title="Checks"
        >
          <Checks {...checks} />
        </Section>
        <Section
          description="Who changed what. Older changes are in the audit log."
          id="history"
          title="History"
        >
          <History changes={history} />
        </Section>
      </Stack>
    </>
  )
}
