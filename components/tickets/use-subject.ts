import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import type { salesTicketSchema } from '@/lib/tickets/schema'

type SalesFormOf = UseFormReturn<
  z.input<typeof salesTicketSchema>,
  unknown,
  z.output<typeof salesTicketSchema>
>

/** Keeps the number in the subject the one that is asked for, until somebody words the subject. */
export function useSubject({ control, formState, resetField }: SalesFormOf): void {
  const mau = useWatch({ control, name: 'mau' })
  const worded = Boolean(formState.dirtyFields.subject)
  useEffect(() => {
    if (!worded) resetField('subject', { defaultValue: subjectOf(mau) })
  }, [mau, worded, resetField])
}

/** What a ticket to sales is called that nobody has named. */
export function subjectOf(mau: number | undefined): string {
  return mau ? `License for ${mau.toLocaleString('en')} MAU` : 'License beyond the plans'
}
