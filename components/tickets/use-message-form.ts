'use client'

import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { lazyResolver } from '@/components/ui/lazy-resolver'
import type { messageSchema } from '@/lib/tickets/schema'

const resolver = lazyResolver(async () => (await import('@/lib/tickets/schema')).messageSchema)

/** The form of one more message. */
export function useMessageForm() {
  return useForm<z.input<typeof messageSchema>, unknown, z.output<typeof messageSchema>>({
    resolver,
    defaultValues: { text: '' },
  })
}
