'use client'

import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { EXPIRATION_PRESETS, toLocalInput } from '@/components/ui/local-time'
import { MomentField } from '@/components/ui/moment-field'
import type { CreateFields } from './values'

/** Until when software may register. */
export function ExpirationField() {
  const { control } = useFormContext<CreateFields>()
  const [openedAt] = useState(() => new Date())
  return (
    <MomentField
      control={control}
      description="Until when software can register with this SSA. Registered clients live on."
      from={openedAt}
      label="Expiration Date"
      min={toLocalInput(openedAt)}
      name="expiresAt"
      presets={EXPIRATION_PRESETS}
      presetsLabel="Expiration presets"
    />
  )
}
