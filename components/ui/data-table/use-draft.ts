'use client'

import { useEffect, useState } from 'react'
import { useTableQuery } from './use-table-query'

const TYPING_PAUSE = 300

/** A text parameter of the URL while it is being typed: written there after a pause, read when it changes elsewhere. */
export function useDraft(name: string) {
  const { query, change } = useTableQuery()
  const committed = query[name] ?? ''
  const [draft, setDraft] = useState(committed)
  const [seen, setSeen] = useState(committed)
  if (seen !== committed) {
    setSeen(committed)
    setDraft(committed)
  }
  useEffect(() => {
    if (draft.trim() === committed) return
    const timer = setTimeout(() => change({ [name]: draft.trim() || null }, 'replace'), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [draft, committed, change, name])
  return { draft, setDraft }
}
