import { Box, Stack, Text } from '@mantine/core'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import type { CreditProductView } from '@/lib/credits/products'
import { FREE_CREDITS } from '@/lib/credits/terms'
import type { Result } from '@/lib/result'
import { Prices } from './prices'
import { SignUpButton } from './sign-up-button'

interface Props {
  organization: { id: string; name: string }
  prices: CreditProductView[]
  /** Null for who may not. */
  signUp: ((input: Record<string, never>) => Promise<Result<unknown>>) | null
}

/** What SCAN is, for an organization that does not have it. */
export function SignUpPage({ organization, prices, signUp }: Props) {
  return (
    <Box maw={720}>
      <PageHeader
        crumbs={[{ label: 'Market' }]}
        description="Credits for online services that your installations use."
        title="SCAN"
      />
      <Stack gap="xl">
        <Section id="offer" title={`${FREE_CREDITS} free credits`}>
          <Text>
            Some services that work with your installations are paid for by use, in credits. The free SCAN
            subscription gives {organization.name} {FREE_CREDITS} credits, once. There is nothing to pay and
            nothing to cancel.
          </Text>
          <Text>
            Licenses do not need it: license calls are free, and work with and without SCAN. Once you have
            signed up, they are listed here too.
          </Text>
          {signUp ? (
            <SignUpButton signUp={signUp} />
          ) : (
            <Text c="dimmed" size="sm">
              Ask an owner or admin of {organization.name} to sign up.
            </Text>
          )}
        </Section>
        <Section id="prices" title="What credits pay for">
          <Prices prices={prices} />
        </Section>
      </Stack>
    </Box>
  )
}
