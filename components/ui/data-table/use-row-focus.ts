'use client'

import { useEffect, useRef } from 'react'
import { focusHeading } from '../focus-heading'

interface Held {
  control: Element
  table: HTMLTableElement | null
  /** The row's place among those of its table. */
  place: number
}

/**
 * When the row that has the focus is removed, the focus goes to the row that took its place, or to the last one; to the
 * page's heading when no row is left. `rows`: as they are now.
 */
export function useRowFocus(rows: unknown): void {
  const held = useRef<Held | null>(null)
  useEffect(() => {
    const hold = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      const row = target.closest('tbody tr')
      if (row instanceof HTMLTableRowElement) held.current = holdOf(target, row)
    }
    document.addEventListener('focusin', hold)
    return () => document.removeEventListener('focusin', hold)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is when the rows change that a row may be gone.
  useEffect(() => {
    const lost = held.current
    if (!lost || lost.control.isConnected) return
    held.current = null
    if (document.activeElement !== document.body) return
    const next = rowAt(lost)
    if (!next) return focusHeading()
    next.tabIndex = -1
    next.focus({ preventScroll: true })
  }, [rows])
}

function holdOf(control: Element, row: HTMLTableRowElement): Held {
  return { control, table: row.closest('table'), place: row.sectionRowIndex }
}

function rowAt({ table, place }: Held): HTMLTableRowElement | undefined {
  const rows = [...(table?.isConnected ? (table.tBodies[0]?.rows ?? []) : [])]
  return rows[place] ?? rows.at(-1)
}
