'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

const NowContext = createContext(0)

/** Hydration uses the server's clock, so that both render the same words; then the browser's, once a minute. */
export function NowProvider({ serverNow, children }: { serverNow: number; children: ReactNode }) {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, 60_000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return <NowContext value={now}>{children}</NowContext>
}

/** The current time in milliseconds since 1970, to the minute. */
export function useNow(): number {
  return useContext(NowContext)
}
