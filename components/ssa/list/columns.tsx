import { Cut } from '@/components/ui/cut'
import type { Column, Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import type { SsaRow } from '@/lib/ssa/view'
import { ssaPath } from '../paths'
import { SsaStatusBadge } from '../status'
import classes from './columns.module.css'
import { Expiration } from './expiration'

type Row = Wire<SsaRow>

export function columnsOf(organizationId: string): Column<Row>[] {
  const href = (row: Row) => ssaPath(organizationId, row.jti)
  return [
    { id: 'name', header: 'Software ID', cell: row => <Name href={href(row)} name={row.softwareId} /> },
    { id: 'issuer', header: 'Issuer client', secondary: true, cell: row => <Cut text={row.issuedByName} /> },
    {
      id: 'roles',
      header: 'Roles',
      secondary: true,
      cell: row => <Cut text={row.softwareRoles.join(', ') || 'None'} />,
    },
    { id: 'status', header: 'Status', cell: row => <SsaStatusBadge status={row.status} /> },
    {
      id: 'expires',
      header: 'Expiration',
      sort: 'expiresAt',
      cell: row => <Expiration at={row.expiresAt} status={row.status} />,
    },
    {
      id: 'created',
      header: 'Created At',
      sort: 'createdAt',
      firstOrder: 'desc',
      cell: row => <DateTime at={row.createdAt} />,
    },
    {
      id: 'detail',
      header: 'Detail',
      headerHidden: true,
      align: 'end',
      cell: row => (
        <LinkButton href={href(row)} size="compact-sm" variant="default">
          Detail
        </LinkButton>
      ),
    },
  ]
}

function Name({ href, name }: { href: string; name: string }) {
  return (
    <Link className={classes.name} href={href}>
      <Cut main text={name} />
    </Link>
  )
}
