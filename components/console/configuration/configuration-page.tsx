import { Stack } from '@mantine/core'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import type { ConfigurationChange } from '@/lib/configuration/history'
import { ConfigurationForm, type ConfigurationFormProps } from './configuration-form'
import { History } from './history'

interface Props extends ConfigurationFormProps {
  history: ConfigurationChange[]
}

export function ConfigurationPage({ history, ...form }: Props) {
  return (
    <Stack gap="xl">
      <PageHeader
        crumbs={[{ label: 'Console' }]}
        description="How SSAs are issued, for people and for API clients. Every process follows a change within two seconds."
        title="Configuration"
      />
      <ConfigurationForm {...form} />
      <Section
        description="Who changed what. Older changes are in the audit log."
        id="history"
        title="History"
      >
        <History changes={history} />
      </Section>
    </Stack>
  )
}
