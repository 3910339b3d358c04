'use client'

import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useId } from 'react'
import classes from './theme-choice.module.css'

const CHOICES: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'System' },
]

/** Light, dark, or what the device says; remembered in this browser. */
export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const name = useId()
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>Theme</legend>
      {CHOICES.map(({ value, label }) => (
        <label className={classes.choice} key={value}>
          <input
            checked={colorScheme === value}
            name={name}
            onChange={() => setColorScheme(value)}
            suppressHydrationWarning
            type="radio"
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
