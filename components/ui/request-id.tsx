import { Code, Text } from '@mantine/core'

/** The id that finds the details in the server's log. */
export function RequestId({ id }: { id: string }) {
  if (!id) return null
  return (
    <Text c="dimmed" component="span" size="xs">
      Request id <Code>{id}</Code>
    </Text>
  )
}
