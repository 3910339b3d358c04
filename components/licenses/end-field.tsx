'use client'

import { Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { BothTimes } from '@/components/ui/both-times'
import { ONE_YEAR, toLocalInput, yearsLater } from '@/components/ui/local-time'
import { Presets } from '@/components/ui/presets'

const PRESETS = [
  ONE_YEAR,
  { label: '2 years', from: yearsLater(2) },
  { label: '3 years', from: yearsLater(3) },
]

interface Props<Fields extends FieldValues> {
  control: Control<Fields, unknown, unknown>
  name: FieldPath<Fields>
  /** What the usual spans, as extensions, are counted from; absent: now. */
  from?: Date
}

/** When a license ends: a usual span, or any date and time; told in local time and UTC. */
export function EndField<Fields extends FieldValues>({ control, name, from }: Props<Fields>) {
  const { field, fieldState } = useController({ control, name })
  const [openedAt] = useState(() => new Date())
  const value = String(field.value ?? '')
  const options = PRESETS.map(preset => {
    const end = toLocalInput(preset.from(from ?? openedAt))
    return { label: preset.label, chosen: value === end, choose: () => field.onChange(end) }
  })
  return (
    <Stack gap={6}>
      <TextInput
        error={fieldState.error?.message}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        label="Ends"
        max="9999-12-31T23:59"
        name={field.name}
        onBlur={field.onBlur}
        onChange={field.onChange}
        ref={field.ref}
        type="datetime-local"
        value={value}
      />
      <Presets label="Usual spans" options={options} />
      <BothTimes value={value} />
    </Stack>
  )
}
