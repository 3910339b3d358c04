'use client'

import { type Control, type FieldPathByValue, type FieldValues, useWatch } from 'react-hook-form'
import { NumberField } from '@/components/ui/number-field'
import { closesAt } from '@/lib/licenses/allowance'

interface Props<Fields extends FieldValues> {
  control: Control<Fields, unknown, unknown>
  name: FieldPathByValue<Fields, number | undefined>
  productCode: string
}

/** The threshold of a license, and where Flex draws the line above it. */
export function MauField<Fields extends FieldValues>({ control, name, productCode }: Props<Fields>) {
  const mau = Number(useWatch({ control, name })) || 0
  const closes = mau > 0 ? closesAt(productCode, mau) : null
  return (
    <NumberField
      control={control}
      description={
        closes
          ? `Monthly active users. Flex closes its Admin UI at ${closes.toLocaleString('en')}.`
          : 'Monthly active users that the license allows.'
      }
      label="MAU threshold"
      name={name}
    />
  )
}
