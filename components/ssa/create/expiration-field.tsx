'use client'

import { Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { BothTimes } from '@/components/ui/both-times'
import { EXPIRATION_PRESETS, toLocalInput } from '@/components/ui/local-time'
import { Presets } from '@/components/ui/presets'
import type { CreateFields } from './values'

/** Until when software may register: a usual span, or any date and time; told in local time and UTC. */
export function ExpirationField() {
  const { control } = useFormContext<CreateFields>()
  const { field, fieldState } = useController({ control, name: 'expiresAt' })
  const [openedAt] = useState(() => new Date())
  const value = String(field.value ?? '')
  const options = EXPIRATION_PRESETS.map(({ label, from }) => {
    const preset = toLocalInput(from(openedAt))
    return { label, chosen: value === preset, choose: () => field.onChange(preset) }
  })
  return (
    <Stack gap={6}>
      <TextInput
        description="Until when software can register with this SSA. Registered clients live on."
        error={fieldState.error?.message}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        label="Expiration Date"
        max="9999-12-31T23:59"
        min={toLocalInput(openedAt)}
        name={field.name}
        onBlur={field.onBlur}
        onChange={field.onChange}
        ref={field.ref}
        type="datetime-local"
        value={value}
      />
      <Presets label="Expiration presets" options={options} />
      <BothTimes value={value} />
    </Stack>
  )
}
