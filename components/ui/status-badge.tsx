import { Badge } from '@mantine/core'
import type { ReactNode } from 'react'

export type Tone = 'good' | 'waiting' | 'bad' | 'neutral'

const COLOR: Record<Tone, string> = { good: 'green', waiting: 'yellow', bad: 'red', neutral: 'gray' }

/** A state in one word. The word carries the meaning; the color only repeats it. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge color={COLOR[tone]} miw="max-content">
      {children}
    </Badge>
  )
}
