import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PAGE_SIZES, type Page } from '@/lib/page'
import { totalText } from '../counted'
import { useEarlyFields } from '../use-early-fields'
import classes from './footer.module.css'

interface Props {
  page: Page<unknown> | undefined
  size: string
  onChange: (changes: Record<string, string | null>) => void
}

export function Footer({ page, size, onChange }: Props) {
  const around = useEarlyFields<HTMLDivElement>()
  return (
    <div {...around} className={classes.footer}>
      <Text c="dimmed" role="status" size="sm">
        {page && total(page.total)}
      </Text>
      <Group gap="xs">
        <NativeSelect
          data={PAGE_SIZES.map(String)}
          label="Rows per page"
          labelProps={{ className: classes.sizeLabel }}
          onChange={event => onChange({ size: event.currentTarget.value })}
          size="xs"
          value={size}
          wrapperProps={{ className: classes.size }}
        />
        <Turn cursor={page?.previous} onTurn={before => onChange({ before })}>
          <IconChevronLeft aria-hidden="true" size={16} />
          Previous
        </Turn>
        <Turn cursor={page?.next} onTurn={after => onChange({ after })}>
          Next
          <IconChevronRight aria-hidden="true" size={16} />
        </Turn>
      </Group>
    </div>
  )
}

interface TurnProps {
  cursor: string | null | undefined
  onTurn: (cursor: string) => void
  children: ReactNode
}

/** Not `disabled` at an end of the list: that would drop the focus of whoever just pressed it. */
function Turn({ cursor, onTurn, children }: TurnProps) {
  const atEnd = !cursor
  return (
    <Button
      aria-disabled={atEnd}
      data-disabled={atEnd || undefined}
      onClick={() => cursor && onTurn(cursor)}
      size="xs"
      variant="default"
    >
      {children}
    </Button>
  )
}

function total(count: number): string {
  return `${totalText(count)} in total`
}
