'use client'

import { usePathname, useSearchParams } from 'next/navigation'

const PARAMETER = 'create'

/** Whether the dialog is open is part of the address, so that it can be linked and the back button closes it. */
export function useCreateDialog() {
  const searchParams = useSearchParams()
  const pathname = usePathname()
  const opened = searchParams.has(PARAMETER)

  const open = () => {
    const next = new URLSearchParams(searchParams)
    next.set(PARAMETER, '1')
    window.history.pushState({ openedHere: true }, '', `${pathname}?${next}`)
  }
  const close = () => {
    // Opened from the list: going back leaves no extra step. Opened by a link: there may be nothing to go back to.
    if (window.history.state?.openedHere === true) return window.history.back()
    const next = new URLSearchParams(searchParams)
    next.delete(PARAMETER)
    window.history.replaceState(null, '', next.size > 0 ? `${pathname}?${next}` : pathname)
  }
  return { opened, open, close }
}
