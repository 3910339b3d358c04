'use client'

import { useEffect, useState } from 'react'
import { focusHeading } from './focus-heading'

/**
 * For what is rendered only while it is open: when it goes, the focus goes back to where it was before, or to
 * `opener`. Where that is gone from the page, the page's heading takes it.
 */
export function useReturnFocus(opener?: Element | null): void {
  const [before] = useState(() => opener ?? document.activeElement)
  useEffect(() => {
    return () => {
      if (!before?.isConnected) return focusHeading()
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [before])
}
