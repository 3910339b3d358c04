import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export function AddButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Group>
      <Button
        leftSection={<IconPlus aria-hidden="true" size={16} />}
        onClick={onClick}
        size="xs"
        type="button"
        variant="default"
      >
        {children}
      </Button>
    </Group>
  )
}

interface RemoveProps {
  what: string
  onClick: () => void
  /** Beside a field whose label stands above it. */
  underLabel?: boolean
}

export function RemoveButton({ what, onClick, underLabel = false }: RemoveProps) {
  return (
    <ActionIcon
      aria-label={`Remove ${what}`}
      color="gray"
      mt={underLabel ? 27 : 3}
      onClick={onClick}
      size="lg"
      type="button"
      variant="subtle"
    >
      <IconX aria-hidden="true" size={16} />
    </ActionIcon>
  )
}

interface ErrorProps {
  /** What react-hook-form has for the list as a whole. */
  errors: { message?: string; root?: { message?: string } } | undefined
}

/** What is wrong with a list as a whole. */
export function ListError({ errors }: ErrorProps) {
  const message = errors?.root?.message ?? errors?.message
  if (!message) return null
  return (
    <Text c="var(--mantine-color-error)" role="alert" size="xs">
      {message}
    </Text>
  )
}
