'use client'

import { Button, Text } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'
import { CREDIT_ACCOUNTS_URL } from '@/components/credits/paths'
import { CopyField } from '@/components/ui/copy-field'
import { Cut } from '@/components/ui/cut'
import { type Column, DataTable, type Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { StatusBadge } from '@/components/ui/status-badge'
import type { CreditAccountRow } from '@/lib/credits/list-accounts'
import type { GrantInput } from '@/lib/credits/schema'
import type { Result } from '@/lib/result'

const GrantDialog = dynamic(() => import('./grant-dialog'), { ssr: false })

type Row = Wire<CreditAccountRow>

interface Props {
  /** Null for who may not. */
  grant: ((input: GrantInput) => Promise<Result<{ balance: number }>>) | null
}

/** The organizations that have signed up for SCAN, and credits to grant. */
export function CreditAccountsPage({ grant }: Props) {
  const [chosen, setChosen] = useState<Row | null>(null)
  const columns = useMemo(() => (grant ? [...COLUMNS, grantColumn(setChosen)] : COLUMNS), [grant])
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Console' }]}
        description="Organizations that have signed up for SCAN, and the credits they have left."
        title="SCAN credits"
      />
      <DataTable
        columns={columns}
        defaultSort={{ sort: 'signedUpAt', order: 'desc' }}
        empty={
          <EmptyState icon={<IconCoins size={32} stroke={1.5} />} title="Nobody has signed up yet">
            Owners and admins sign their organization up under Market, SCAN.
          </EmptyState>
        }
        label="SCAN credits"
        rowKey={row => row.organization.id}
        searchHint="Search name or id"
        url={CREDIT_ACCOUNTS_URL}
      />
      {chosen && grant && <GrantDialog account={chosen} grant={grant} onClose={() => setChosen(null)} />}
    </>
  )
}

function grantColumn(choose: (row: Row) => void): Column<Row> {
  return {
    id: 'grant',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: row =>
      row.own ? (
        <Text c="dimmed" size="xs">
          Yours: ask a colleague
        </Text>
      ) : (
        <Button
          aria-label={`Grant credits to ${row.organization.name}`}
          onClick={() => choose(row)}
          size="compact-sm"
          variant="default"
        >
          Grant
        </Button>
      ),
  }
}

const COLUMNS: Column<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: row => (
      <strong>
        <Cut main text={row.organization.name} />
      </strong>
    ),
  },
  {
    id: 'id',
    header: 'Org ID',
    cell: row => (
      <CopyField text={row.organization.id} what={`organization id of ${row.organization.name}`} />
    ),
  },
  { id: 'balance', header: 'Balance', align: 'end', cell: row => row.balance.toLocaleString('en') },
  { id: 'status', header: 'Status', cell: row => <State low={row.low} /> },
  {
    id: 'transactions',
    header: 'Transactions',
    align: 'end',
    secondary: true,
    cell: row => row.transactions.toLocaleString('en'),
  },
  {
    id: 'signed-up',
    header: 'Signed up',
    sort: 'signedUpAt',
    firstOrder: 'desc',
    cell: row => <DateTime at={row.signedUpAt} />,
  },
]

function State({ low }: { low: boolean }) {
  return low ? <StatusBadge tone="waiting">Low</StatusBadge> : <StatusBadge tone="good">Enough</StatusBadge>
}
