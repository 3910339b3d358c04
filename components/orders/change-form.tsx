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
import { UseWarning } from './use-warning'
import { amountText, dayText, INTERVAL, mauText, priceText } from './words'

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

function costOf({ begins, now, currency, interval, from }: Quote): string {
  if (from) return `Nothing now; from ${dayText(from)} on`
  return begins === 'INTERVAL'
    ? `${money(now, currency)} for a ${INTERVAL[interval].per} from now on`
    : `${money(now, currency)} for the rest of the period`
}

function agreementOf(quote: Quote): string {
  const { begins, now, currency, from, planName, mau, price, interval } = quote
  const then = priceText(price, currency, interval)
  if (from) {
    return `You pay nothing now. ${planName} begins on ${dayText(from)}, for ${then}; until then everything stays as it is.`
  }
  if (begins === 'INTERVAL') return newIntervalOf(quote)
  return `You pay ${amountText({ ...quote, amount: now })} for the rest of this period, and ${then} from the next one on. Up to ${mauText(mau)} are allowed as soon as the payment is here.`
}

/** The card on file is charged: there is no page to pay on. */
function newIntervalOf({ now, credit, currency, mau, price, interval }: Quote): string {
  const { per } = INTERVAL[interval]
  const then = priceText(price, currency, interval)
  const pay = `A ${per} begins now, for ${then}. What you have paid and not used is taken off: you pay ${money(now, currency)} now, with the card that you pay with.`
  const rest = credit > 0 ? ` ${money(credit, currency)} are left, and pay for the ${per}s to come.` : ''
  return `${pay}${rest} Up to ${mauText(mau)} are allowed at once.`
}
