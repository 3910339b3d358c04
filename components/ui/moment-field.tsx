'use client'

import { Stack, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { BothTimes } from './both-times'
import { type Preset, toLocalInput } from './local-time'
import { Presets } from './presets'

interface Props<Fields extends FieldValues, Output> extends TextInputProps {
  control: Control<Fields, unknown, Output>
  name: FieldPath<Fields>
  presets: Preset[]
  /** What the presets are, for screen readers: "Usual spans". */
  presetsLabel: string
  /** What the presets are counted from; absent: now. */
  from?: Date
}

/** A moment in a form: some time after another, or any date and time; told in local time and UTC. */
export function MomentField<Fields extends FieldValues, Output>(props: Props<Fields, Output>) {
  const { control, name, presets, presetsLabel, from, ...rest } = props
  const { field, fieldState } = useController({ control, name })
  const [openedAt] = useState(() => new Date())
  const value = String(field.value ?? '')
  const options = presets.map(preset => {
    const moment = toLocalInput(preset.from(from ?? openedAt))
    return { label: preset.label, chosen: value === moment, choose: () => field.onChange(moment) }
  })
  return (
    <Stack gap={6}>
      <TextInput
        {...field}
        error={fieldState.error?.message}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        max="9999-12-31T23:59"
        type="datetime-local"
        value={value}
        {...rest}
      />
      <Presets label={presetsLabel} options={options} />
      <BothTimes value={value} />
    </Stack>
  )
}
