'use client'

import { type RefObject, useEffect, useState } from 'react'

export type CopyOutcome = 'idle' | 'copied' | 'selected'

const SHOWN_FOR = 3000

/**
 * Copies text and says how it went. Browsers give no clipboard to plain-http hosts: there the text in `source` is
 * selected instead, ready for Ctrl+C.
 */
export function useCopy(source: RefObject<HTMLElement | null>) {
  const [outcome, setOutcome] = useState<CopyOutcome>('idle')
  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (text: string) => {
    if (await toClipboard(text)) return setOutcome('copied')
    if (source.current) select(source.current)
    setOutcome('selected')
  }
  return { outcome, copy }
}

async function toClipboard(text: string): Promise<boolean> {
  try {
    // Absent on plain http, whatever the types say.
    if (!window.isSecureContext) return false
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function select(element: HTMLElement): void {
  const range = document.createRange()
  range.selectNodeContents(element)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
