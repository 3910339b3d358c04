import type { RailIcon } from './rail-icons'

export interface RailLink {
  label: string
  href: string
  icon: RailIcon
  /** Links shown below this one at all times. */
  children?: { label: string; href: string }[]
}
