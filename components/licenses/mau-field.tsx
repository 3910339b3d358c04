'use client'

import { NumberInput } from '@mantine/core'
import { type Control, type FieldPathByValue, type FieldValues, useController } from 'react-hook-form'
import { closesAt } from '@/lib/licenses/allowance'

interface Props<Fields extends FieldValues> {
  control: Control<Fields, unknown, unknown>
  name: FieldPathByValue<Fields, number | undefined>
}

/** The threshold of a license, and where Flex draws the line above it. */
export function MauField<Fields extends FieldValues>({ control, name }: Props<Fields>) {
  const { field, fieldState } = useController({ control, name })
  const mau = Number(field.value) || 0
  return (
    <NumberInput
      allowDecimal={false}
      allowNegative={false}
      description={
        mau > 0
          ? `Monthly active users. Flex closes its Admin UI at ${closesAt(mau).toLocaleString('en')}.`
          : 'Monthly active users that the license allows.'
      }
      error={fieldState.error?.message}
      hideControls
      label="MAU threshold"
      name={field.name}
      onBlur={field.onBlur}
      onChange={value => field.onChange(value === '' ? undefined : Number(value))}
      ref={field.ref}
      thousandSeparator=","
      value={mau || ''}
    />
  )
}
