import type { RailIcon } from './rail-icons'

interface PlainLink {
  label: string
  href: string
}

/** A link of the rail, or a heading over links that are always shown. */
export type RailEntry =
  | (PlainLink & { icon: RailIcon })
  | { label: string; icon: RailIcon; children: PlainLink[] }
