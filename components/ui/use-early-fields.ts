'use client'

import { useId, useLayoutEffect, useRef, useState } from 'react'
import { type Early, edited, repeat, repeated } from './early'

/**
 * For what stands around fields: tells React, and whatever library listens to it, what was typed and chosen in the
 * server's HTML before the page's code had come.
 */
export function useEarlyFields<Around extends HTMLElement>() {
  const id = useId()
  const ref = useRef<Around>(null)
  // What the server has sent is in the page already when React first renders it; what React makes is not.
  const [atFirst] = useState(() => {
    const served = typeof document === 'undefined' ? null : document.getElementById(id)
    return served && edited(served)
  })
  const [early, setEarly] = useState<Early[]>([])
  useLayoutEffect(() => {
    if (!atFirst || !ref.current) return
    const found = repeated(edited(ref.current), atFirst)
    // A state, because React runs all effects of the hydration, which are to hear of it, before it renders again.
    if (found.length > 0) setEarly(found)
  }, [atFirst])
  useLayoutEffect(() => {
    // Outside of React's own work, as an event of the browser would come.
    if (early.length > 0) queueMicrotask(() => early.forEach(repeat))
  }, [early])
  return { id, ref }
}
