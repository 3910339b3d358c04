'use client'

import { NumberInput, type NumberInputProps } from '@mantine/core'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'

interface Props<Fields extends FieldValues, Output> extends NumberInputProps {
  control: Control<Fields, unknown, Output>
  name: FieldPath<Fields>
}

/** A whole number in a form. An empty field is the empty text, which a schema for numbers refuses. */
export function NumberField<Fields extends FieldValues, Output>(props: Props<Fields, Output>) {
  const { control, name, ...rest } = props
  const { field, fieldState } = useController({ control, name })
  return (
    <NumberInput
      {...field}
      allowDecimal={false}
      allowNegative={false}
      error={fieldState.error?.message}
      thousandSeparator=","
      value={field.value ?? ''}
      {...rest}
    />
  )
}
