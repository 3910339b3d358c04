'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { firstToast } from './toast'

const Toasts = dynamic(() => import('./toasts'), { ssr: false })

/** Where toasts appear, from the first one on. */
export function Toaster() {
  const shown = useSyncExternalStore(firstToast.subscribe, firstToast.wasShown, () => false)
  return shown ? <Toasts /> : null
}
