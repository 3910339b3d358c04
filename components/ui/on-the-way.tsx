'use client'

import { useLinkStatus } from 'next/link'
import { useEffect, useSyncExternalStore } from 'react'

/** Links that were followed and whose pages are not there yet. */
let awaited = 0
const readers = new Set<() => void>()

/** Inside a link: notes that it was followed, until its page is there. */
export function Followed() {
  const { pending } = useLinkStatus()
  useEffect(() => {
    if (!pending) return
    change(1)
    return () => change(-1)
  }, [pending])
  return null
}

/** Whether a page is on the way, for what shows it. */
export function useOnTheWay(): boolean {
  return useSyncExternalStore(subscribe, isAwaited, never)
}

function change(by: 1 | -1): void {
  awaited += by
  for (const read of readers) read()
}

function subscribe(read: () => void): () => void {
  readers.add(read)
  return () => readers.delete(read)
}

const isAwaited = () => awaited > 0
const never = () => false
