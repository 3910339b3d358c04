'use client'

import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { ONE_YEAR, yearsLater } from '@/components/ui/local-time'
import { MomentField } from '@/components/ui/moment-field'

const SPANS = [ONE_YEAR, { label: '2 years', from: yearsLater(2) }, { label: '3 years', from: yearsLater(3) }]

interface Props<Fields extends FieldValues> {
  control: Control<Fields, unknown, unknown>
  name: FieldPath<Fields>
  /** What the usual spans, as extensions, are counted from; absent: now. */
  from?: Date
}

/** When a license ends. */
export function EndField<Fields extends FieldValues>(props: Props<Fields>) {
  return <MomentField {...props} label="Ends" presets={SPANS} presetsLabel="Usual spans" />
}
