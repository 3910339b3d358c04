import { NumberInput, type NumberInputProps } from '@mantine/core'
import { type Control, Controller, type FieldValues, type Path } from 'react-hook-form'

interface Props<Values extends FieldValues, Output> extends NumberInputProps {
  control: Control<Values, unknown, Output>
  name: Path<Values>
}

/** A whole number of credits in a form. */
export function CreditsField<Values extends FieldValues, Output>({
  control,
  name,
  ...rest
}: Props<Values, Output>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput
          {...field}
          {...rest}
          allowDecimal={false}
          allowNegative={false}
          error={fieldState.error?.message}
          thousandSeparator=","
        />
      )}
    />
  )
}
