'use client'

import { useEffect, useState } from 'react'

/** For what is rendered only while it is open: when it goes, the focus goes back to where it was before. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [before])
}
