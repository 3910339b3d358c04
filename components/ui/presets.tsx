'use client'

import { Button, Group } from '@mantine/core'

interface Props {
  /** What is chosen, for screen readers: "Expiration presets". */
  label: string
  options: { label: string; chosen: boolean; choose: () => void }[]
}

/** Usual choices beside a field that takes any. */
export function Presets({ label, options }: Props) {
  return (
    <Group aria-label={label} gap={6} role="group">
      {options.map(option => (
        <Button
          aria-pressed={option.chosen}
          key={option.label}
          onClick={option.choose}
          size="compact-sm"
          variant={option.chosen ? 'filled' : 'default'}
        >
          {option.label}
        </Button>
      ))}
    </Group>
  )
}
