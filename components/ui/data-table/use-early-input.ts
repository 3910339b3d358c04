'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

/** Tells of what was typed or chosen before the page's code had come, which React does not hear of by itself. */
export function useEarlyInput<T extends HTMLInputElement | HTMLSelectElement>(
  known: string,
  hear: (value: string) => void,
) {
  const field = useRef<T>(null)
  const listen = useEffectEvent(() => {
    const early = field.current?.value ?? known
    if (early !== known) hear(early)
  })
  useEffect(() => listen(), [])
  return field
}
