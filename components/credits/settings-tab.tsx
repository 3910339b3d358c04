import { Stack, Text } from '@mantine/core'
import { DateTime } from '@/components/ui/date-time'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { Section } from '@/components/ui/section'
import type { CreditAccountView } from '@/lib/credits/account'
import { creditsText } from '@/lib/credits/credits-text'
import type { ThresholdInput } from '@/lib/credits/schema'
import type { Result } from '@/lib/result'
import { ThresholdForm } from './threshold-form'

interface Props {
  account: CreditAccountView
  /** Null for who may not change it. */
  save: ((input: ThresholdInput) => Promise<Result<ThresholdInput>>) | null
}

export function SettingsTab({ account, save }: Props) {
  return (
    <Stack gap="xl" maw={720}>
      <Section
        description="When the balance falls to it or below, owners and admins get one mail, and a note stands on this page until there are more."
        id="threshold"
        title="Low credits"
      >
        {save ? (
          <ThresholdForm save={save} threshold={account.threshold} />
        ) : (
          <Text>
            {creditsText(account.threshold)}{' '}
            <Text c="dimmed" component="span" size="sm">
              (owners and admins can change it)
            </Text>
          </Text>
        )}
      </Section>
      <Section id="subscription" title="Subscription">
        <KeyValueRows
          rows={[
            { label: 'Plan', value: 'Free' },
            { label: 'Signed up', value: <DateTime at={account.signedUpAt} /> },
          ]}
        />
      </Section>
    </Stack>
  )
}
