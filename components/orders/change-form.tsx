'use client'

import { Button, Group, Paper, Radio, Stack, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { money } from '@/lib/orders/money'
import type { Quote } from '@/lib/orders/quote'
import type { ChangePlanInput } from '@/lib/orders/schema'
import type { Result } from '@/lib/result'
import type { MonthlyUse } from '@/lib/usage/forecast'
import { agreementOf, costOf } from './quote-words'
import { UseWarning } from './use-warning'
import { mauText, priceText } from './words'

interface Props {
  billingPath: string
  quotes: Quote[]
  latestUse: MonthlyUse | null
  change: (input: ChangePlanInput) => Promise<Result<{ url: string | null }>>
}

export function ChangeForm({ billingPath, quotes, latestUse, change }: Props) {
  const router = useRouter()
  const [chosen, setChosen] = useState<string | null>(null)
  const [leaving, setLeaving] = useState(false)
  const { run, pending, problem } = useAction(change, {
    onDone: ({ url }) => {
      setLeaving(true)
      if (url) window.location.assign(url)
      else router.push(billingPath)
    },
  })
  const quote = quotes.find(each => keyOf(each) === chosen)
  return (
    <Paper p="md" withBorder>
      <Stack gap="md">
        <Radio.Group label="New plan" onChange={setChosen} value={chosen}>
          <Stack gap="sm" mt="xs">
            {quotes.map(each => (
              <Radio
                description={costOf(each)}
                key={keyOf(each)}
                label={`${each.planName}, up to ${mauText(each.mau)}, ${priceText(each.price, each.currency, each.interval)}`}
                value={keyOf(each)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <ProblemAlert problem={problem} />
        {quote && <UseWarning latest={latestUse} mau={quote.mau} />}
        {quote && (
          <Text role="status" size="sm">
            {agreementOf(quote)}
          </Text>
        )}
        <Group justify="flex-end">
          <LinkButton href={billingPath} variant="default">
            Back
          </LinkButton>
          <Button
            disabled={!quote}
            loading={pending || leaving}
            onClick={() =>
              quote && run({ planCode: quote.planCode, interval: quote.interval, agreed: quote.now })
            }
          >
            {quote && quote.now > 0 ? `Change for ${money(quote.now, quote.currency)}` : 'Change the plan'}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}

function keyOf({ planCode, interval }: Quote): string {
  return `${planCode} ${interval}`
}
