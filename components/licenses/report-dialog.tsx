'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldsOf } from '@/components/ui/fields-of'
import { FormDialog } from '@/components/ui/form-dialog'
import { inputOf } from '@/components/ui/input-of'
import { NumberField } from '@/components/ui/number-field'
import { useAction } from '@/components/ui/use-action'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { indexOf, monthAt, monthName } from '@/lib/usage/month'
import { type ReportOneInput, reportOneSchema } from '@/lib/usage/schema'
import type { Usage } from '@/lib/usage/view'
import type { UsageActions } from './usage-section'

interface Props extends Pick<UsageActions, 'report'> {
  usage: Usage
  onClose: () => void
  onDone: () => void
}

type Fields = z.input<typeof reportOneSchema>

/** **Report a month**: the latest complete one to begin with; a month that was reported is corrected. */
export default function ReportDialog({ usage, report, onClose, onDone }: Props) {
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
  const month = form.watch('month')
  const known = months.find(one => one.month === month)
  return (
    <FormDialog
      button={known ? 'Correct' : 'Report'}
      onClose={onClose}
      onSubmit={form.handleSubmit(values => run(values))}
      pending={pending}
      problem={problem}
      title={`Report a month of ${productName}`}
    >
      <TextInput
        description={month === thisMonth ? 'Still running: report it again when it is over.' : 'In UTC.'}
        label="Month"
        max={thisMonth}
        placeholder="2026-11"
        type="month"
        {...inputOf(form, 'month')}
      />
      <NumberField
        control={form.control}
        data-autofocus
        description={
          known
            ? `Reported so far: ${known.mau.toLocaleString('en')}, by ${known.reportedByName}. This corrects it.`
            : productCode === DEFAULT_PRODUCT && 'As the dashboard of Flex shows them.'
        }
        label="Active users"
        name="mau"
      />
    </FormDialog>
  )
}
