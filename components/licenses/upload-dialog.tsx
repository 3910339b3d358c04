'use client'

import { Alert, Button, FileButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useController, useForm } from 'react-hook-form'
import { counted } from '@/components/ui/counted'
import { fieldsOf } from '@/components/ui/fields-of'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import type { ReportedCsv } from '@/lib/usage/report-csv'
import type { Usage } from '@/lib/usage/view'
import classes from './usage.module.css'
import type { UsageActions } from './usage-section'

interface Props extends Pick<UsageActions, 'upload'> {
  usage: Usage
  onClose: () => void
  onDone: () => void
}

/** **Upload CSV**: what is good is kept; what is not stays in the field, with the reason, to be mended and sent again. */
export default function UploadDialog({ usage, upload, onClose, onDone }: Props) {
  useReturnFocus()
  const form = useForm({ defaultValues: { csv: '' } })
  const { field, fieldState } = useController({ control: form.control, name: 'csv' })
  const [told, setTold] = useState<ReportedCsv | null>(null)
  const { run, pending, problem } = useAction(upload, {
    setFieldError: fieldsOf(form),
    done: ({ read, changed }) => `${counted(read, 'month')} read, ${changed} of them new or corrected.`,
    onDone: answer => {
      onDone()
      setTold(answer)
      if (answer.bad.length === 0) onClose()
    },
  })
  const take = async (file: File | null) => {
    if (!file) return
    field.onChange(await file.text())
    setTold(null)
  }
  const submit = form.handleSubmit(({ csv }) => run({ productCode: usage.productCode, csv }))
  return (
    <Modal onClose={onClose} opened size="lg" title={`Upload months of ${usage.productName}`}>
      <Stack gap="md">
        <Text size="sm">
          A line for each month: the month as {usage.thisMonth}, and the number of its active users. Months
          that were reported are corrected.
        </Text>
        <FileButton accept=".csv,text/csv,text/plain" onChange={take}>
          {props => (
            <Button {...props} style={{ alignSelf: 'flex-start' }} variant="default">
              Choose a file
            </Button>
          )}
        </FileButton>
        <Textarea
          autosize
          error={fieldState.error?.message}
          label="Lines"
          maxRows={14}
          minRows={5}
          placeholder={`month,mau\n${usage.thisMonth},1234`}
          {...field}
        />
        {told && told.bad.length > 0 && <Bad told={told} />}
        <ProblemAlert problem={problem} />
        <Group gap="xs" justify="flex-end">
          <Button onClick={onClose} variant="default">
            Close
          </Button>
          <Button loading={pending} onClick={submit}>
            Upload
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Bad({ told: { bad, read } }: { told: ReportedCsv }) {
  return (
    <Alert color="yellow" role="alert" title={`${counted(bad.length, 'line')} could not be read`}>
      {read > 0
        ? `The other ${counted(read, 'month')} ${read === 1 ? 'is' : 'are'} kept. `
        : 'Nothing was kept. '}
      Mend these in the field above and upload again: what is kept already does not change.
      <ol className={classes.bad} style={{ listStyle: 'none' }}>
        {bad.map(({ line, text, message }) => (
          <li key={line}>
            Line {line}, <code>{text}</code>: {message}
          </li>
        ))}
      </ol>
    </Alert>
  )
}
