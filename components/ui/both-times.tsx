'use client'

import { Text } from '@mantine/core'
import { exactTimes } from './relative-time'

/** The moment in a date field, where the reader is and in UTC; nothing while it is none. */
export function BothTimes({ value }: { value: string }) {
  const at = Date.parse(value)
  if (Number.isNaN(at)) return null
  const { local, utc } = exactTimes(at)
  return (
    <Text c="dimmed" component="div" role="status" size="xs">
      Local: {local}
      <br />
      UTC: {utc.replace(' UTC', '')}
    </Text>
  )
}
