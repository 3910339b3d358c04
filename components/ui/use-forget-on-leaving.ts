'use client'

import { useEffect } from 'react'

/** Drops a secret when its page is left: one that is kept for the back button must not keep it. */
export function useForgetOnLeaving(forget: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', forget)
    return () => window.removeEventListener('pagehide', forget)
  }, [forget])
}
