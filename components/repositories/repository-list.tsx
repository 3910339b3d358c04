'use client'

import { Badge, Button, Stack } from '@mantine/core'
import { IconBrandGithub } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { type Column, DataTable, type Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { StatusBadge } from '@/components/ui/status-badge'
import { useAction } from '@/components/ui/use-action'
import type { RepositoryRow } from '@/lib/repositories/list'
import { repositoriesUrl } from './paths'
import classes from './repositories.module.css'
import type { RepositoryActions } from './types'
import { useLostAccess } from './use-lost-access'

type Row = Wire<RepositoryRow>

interface Props extends Pick<RepositoryActions, 'choose'> {
  organizationId: string
  chosen: string | null
}

export function RepositoryList({ organizationId, chosen, choose }: Props) {
  const router = useRouter()
  const url = repositoriesUrl(organizationId)
  const { run, pending, problem } = useAction(choose, {
    done: ({ fullName }) => `${fullName} was chosen.`,
    onDone: () => router.refresh(),
  })
  useLostAccess(url, problem)
  const columns = useMemo(() => columnsOf({ chosen, pending, onChoose: run }), [chosen, pending, run])
  return (
    <Stack gap="sm">
      <ProblemAlert problem={problem} />
      <DataTable
        columns={columns}
        defaultSort={{ sort: 'pushedAt', order: 'desc' }}
        empty={
          <EmptyState icon={<IconBrandGithub size={32} stroke={1.5} />} title="No repositories">
            GitHub shows us none of yours. Make one there and push a commit, or include private ones.
          </EmptyState>
        }
        label="Repositories"
        rowKey={row => row.fullName}
        searchHint="Search by name"
        url={url}
      />
    </Stack>
  )
}

interface Options {
  chosen: string | null
  pending: boolean
  onChoose: (input: { fullName: string }) => void
}

function columnsOf({ chosen, pending, onChoose }: Options): Column<Row>[] {
  return [
    { id: 'name', header: 'Repository', sort: 'name', cell: row => <Name row={row} /> },
    {
      id: 'pushed',
      header: 'Last push',
      sort: 'pushedAt',
      firstOrder: 'desc',
      cell: ({ pushedAt }) => (pushedAt ? <DateTime at={pushedAt} /> : 'Never'),
    },
    {
      id: 'choose',
      header: 'Choose',
      headerHidden: true,
      align: 'end',
      cell: ({ fullName }) =>
        fullName === chosen ? (
          <StatusBadge tone="good">Chosen</StatusBadge>
        ) : (
          <Button
            aria-label={`Choose ${fullName}`}
            disabled={pending}
            onClick={() => onChoose({ fullName })}
            size="compact-sm"
            variant="default"
          >
            Choose
          </Button>
        ),
    },
  ]
}

function Name({ row }: { row: Row }) {
  return (
    <span>
      <span className={classes.repository}>{row.fullName}</span>
      <span className={classes.marks}>
        {row.private && <Badge color="gray">Private</Badge>}
        {row.archived && <Badge color="gray">Archived</Badge>}
      </span>
    </span>
  )
}
