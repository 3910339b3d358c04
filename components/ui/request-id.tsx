import { Code, Text } from '@mantine/core'

/** The id that finds the details in the server's log. */
export function RequestId({ id, label = 'Request id' }: { id: string; label?: string }) {
  if (!id) return null
  return (
    <Text c="dimmed" component="span" size="xs">
      {label} <Code>{id}</Code>
    </Text>
  )
}
