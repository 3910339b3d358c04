import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { Message } from '../message'

interface Props {
  filtered: boolean
  onClear: () => void
}

/** The list has rows, but none here: the filters let none through, or this page of it is empty by now. */
export function NothingFound({ filtered, onClear }: Props) {
  return (
    <Message
      actions={
        <Button onClick={onClear} variant="default">
          {filtered ? 'Clear filters' : 'Go to the first page'}
        </Button>
      }
      icon={<IconSearchOff size={32} stroke={1.5} />}
      role="status"
      title={filtered ? 'Nothing matches' : 'Nothing on this page'}
    >
      {filtered ? 'No row fits the search and filters above.' : 'Its rows are gone or have moved.'}
    </Message>
  )
}
