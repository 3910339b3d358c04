'use client'

import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { type ReactNode, useState } from 'react'
import { cssVariables, theme } from '@/components/layout/theme'
import { NowProvider } from '@/components/ui/now'
import { createQueryClient } from '@/components/ui/query-client'
import { Toaster } from '@/components/ui/toaster'

interface Props {
  nonce: string | undefined
  /** When the server rendered this page, in milliseconds since 1970. */
  now: number
  children: ReactNode
}

export function Providers({ nonce: given, now, children }: Props) {
  const [queryClient] = useState(createQueryClient)
  // The document's own, for as long as it lives: refreshing a page brings the nonce of another response.
  const [nonce] = useState(given)
  // Dialogs lock scrolling with a style element that asks get-nonce, not Mantine, for its nonce.
  if (nonce && typeof window !== 'undefined') setNonce(nonce)
  return (
    <MantineProvider
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={nonce ? () => nonce : undefined}
      theme={theme}
    >
      <QueryClientProvider client={queryClient}>
        <NowProvider serverNow={now}>{children}</NowProvider>
      </QueryClientProvider>
      <Toaster />
    </MantineProvider>
  )
}
