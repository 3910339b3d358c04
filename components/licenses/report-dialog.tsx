'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { Form } from '@/components/ui/form'
import { inputOf } from '@/components/ui/input-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { indexOf, monthAt, monthName } from '@/lib/usage/month'
import type { Usage } from '@/lib/usage/read'
import { type ReportOneInput, reportOneSchema } from '@/lib/usage/schema'
import type { UsageActions } from './usage-section'

interface Props extends Pick<UsageActions, 'report'> {
  usage: Usage
  onClose: () => void
  onDone: () => void
}

type Fields = z.input<typeof reportOneSchema>

/** **Report a month**: the latest complete one to begin with; a month that was reported is corrected. */
export default function ReportDialog({ usage, report, onClose, onDone }: Props) {
  useReturnFocus()
  const { productCode, productName, thisMonth, months } = usage
  const form = useForm<Fields, unknown, ReportOneInput>({
    resolver: zodResolver(reportOneSchema),
    defaultValues: { productCode, month: monthAt(indexOf(thisMonth) - 1) },
  })
  const { run, pending, problem } = useAction(report, {
    setFieldError: fieldsOf(form),
    done: ({ month, mau }) => `${monthName(month)}: ${mau.toLocaleString('en')} active users.`,
    onDone: () => {
      onDone()
      onClose()
    },
  })
  const { errors } = form.formState
  const month = form.watch('month')
  const known = months.find(one => one.month === month)
  return (
    <Modal onClose={onClose} opened title={`Report a month of ${productName}`}>
      <Form onSubmit={form.handleSubmit(values => run(values))}>
        <Stack gap="md">
          <TextInput
            description={month === thisMonth ? 'Still running: report it again when it is over.' : 'In UTC.'}
            label="Month"
            max={thisMonth}
            placeholder="2026-11"
            type="month"
            {...inputOf(form, 'month')}
          />
          <Controller
            control={form.control}
            name="mau"
            render={({ field }) => (
              <NumberInput
                allowDecimal={false}
                allowNegative={false}
                data-autofocus
                description={
                  known
                    ? `Reported so far: ${known.mau.toLocaleString('en')}, by ${known.reportedByName}. This corrects it.`
                    : productCode === DEFAULT_PRODUCT && 'As the dashboard of Flex shows them.'
                }
                error={errors.mau && 'Give the number of active users.'}
                hideControls
                label="Active users"
                onBlur={field.onBlur}
                onChange={value => field.onChange(value === '' ? undefined : Number(value))}
                ref={field.ref}
                thousandSeparator=","
                value={field.value ?? ''}
              />
            )}
          />
          <ProblemAlert problem={problem} />
          <Group gap="xs" justify="flex-end">
            <Button onClick={onClose} variant="default">
              Cancel
            </Button>
            <Button loading={pending} type="submit">
              {known ? 'Correct' : 'Report'}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  )
}
