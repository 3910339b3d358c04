'use client'

import { IconLicense } from '@tabler/icons-react'
import { useMemo } from 'react'
import { OrganizationCell } from '@/components/organizations/organization-cell'
import { type Column, DataTable, SelectFilter, type Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { namedOptions, optionsOf } from '@/components/ui/options'
import type { LicenseRow } from '@/lib/licenses/list-all'
import { ENDS_WITHIN } from '@/lib/licenses/standing'
import classes from './licenses.module.css'
import { consoleLicensePath, newLicensePath } from './paths'
import { KIND_LABEL, LicenseStatusBadge, STANDING_LABEL } from './status'

type Row = Wire<LicenseRow>

const columns: Column<Row>[] = [
  { id: 'key', header: 'License key', cell: row => <Key row={row} /> },
  { id: 'organization', header: 'Organization', cell: row => <OrganizationCell {...row} /> },
  { id: 'product', header: 'Product', secondary: true, cell: row => row.productName },
  { id: 'kind', header: 'Kind', cell: row => KIND_LABEL[row.kind] },
  { id: 'mau', header: 'MAU', align: 'end', cell: row => row.mauThreshold.toLocaleString('en') },
  { id: 'status', header: 'Status', cell: row => <LicenseStatusBadge standing={row.verdict.code} /> },
  { id: 'ends', header: 'Ends', sort: 'validUntil', cell: row => <DateTime at={row.validUntil} /> },
  {
    id: 'issued',
    header: 'Issued',
    sort: 'createdAt',
    firstOrder: 'desc',
    cell: row => <DateTime at={row.createdAt} />,
  },
]

const ENDS = ENDS_WITHIN.map(days => ({ value: String(days), label: `Ends within ${days} days` }))

interface Props {
  url: string
  products: { code: string; name: string }[]
  mayIssue: boolean
}

/** The Console's list of licenses. */
export function LicenseList({ url, products, mayIssue }: Props) {
  const named = useMemo(() => namedOptions(products), [products])
  return (
    <DataTable
      columns={columns}
      defaultSort={{ sort: 'createdAt', order: 'desc' }}
      empty={
        <EmptyState
          action={mayIssue && <LinkButton href={newLicensePath()}>Issue enterprise license</LinkButton>}
          icon={<IconLicense size={32} stroke={1.5} />}
          title="No licenses yet"
        >
          Trials that organizations start, subscriptions they buy and enterprise licenses that sales issue
          show here.
        </EmptyState>
      }
      filters={
        <>
          <SelectFilter unset="Any status" label="Status" name="status" options={optionsOf(STANDING_LABEL)} />
          <SelectFilter unset="Any kind" label="Kind" name="kind" options={optionsOf(KIND_LABEL)} />
          <SelectFilter unset="Any product" label="Product" name="product" options={named} />
          <SelectFilter unset="Any end" label="Ends" name="ends" options={ENDS} />
        </>
      }
      label="Licenses"
      rowKey={row => row.id}
      searchHint="Search key, organization or customer"
      url={url}
    />
  )
}

function Key({ row }: { row: Row }) {
  return (
    <Link className={classes.key} href={consoleLicensePath(row.id)}>
      {row.key}
    </Link>
  )
}
