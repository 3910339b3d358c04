'use client'

import { NumberInput, Stack } from '@mantine/core'
import { useController, useFormContext } from 'react-hook-form'
import { Presets } from '@/components/ui/presets'
import { DAY_SECONDS } from '@/lib/days'
import { MONTH } from '@/lib/ssa/lifetime'
import type { CreateFields } from './values'

const PRESETS = [
  { label: 'Never', seconds: null },
  { label: '1 month', seconds: MONTH },
  { label: '3 months', seconds: 3 * MONTH },
  { label: '1 year', seconds: 365 * DAY_SECONDS },
]

/** How long a registered client lives, typed in days and kept in seconds; empty means that it does not expire. */
export function LifetimeField() {
  const { control } = useFormContext<CreateFields>()
  const { field, fieldState } = useController({ control, name: 'lifetime' })
  const seconds = field.value ?? null
  const options = PRESETS.map(preset => ({
    label: preset.label,
    chosen: preset.seconds === seconds,
    choose: () => field.onChange(preset.seconds),
  }))
  return (
    <Stack gap={6}>
      <NumberInput
        allowDecimal={false}
        allowNegative={false}
        description="Days that a client registered with this SSA lives, counted from its registration."
        error={fieldState.error?.message}
        label="SSA Lifetime"
        name={field.name}
        onBlur={field.onBlur}
        onChange={days => field.onChange(days === '' ? null : Number(days) * DAY_SECONDS)}
        placeholder="Never expires"
        ref={field.ref}
        suffix=" days"
        value={seconds === null ? '' : seconds / DAY_SECONDS}
      />
      <Presets label="Lifetime presets" options={options} />
    </Stack>
  )
}
