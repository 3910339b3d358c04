'use client'

import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import classes from './popover-list.module.css'

const CHOICES: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
]

/** Light, dark, or what the device says; remembered in this browser. */
export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choose = (value: string) => {
    const chosen = CHOICES.find(choice => choice.value === value)
    if (chosen) setColorScheme(chosen.value)
  }
  return (
    <div className={classes.theme}>
      <SegmentedControl
        aria-label="Theme"
        data={CHOICES}
        fullWidth
        onChange={choose}
        size="xs"
        value={colorScheme}
      />
    </div>
  )
}
