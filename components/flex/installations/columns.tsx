import { clientsPath } from '@/components/clients/paths'
import { ssaPath } from '@/components/ssa/paths'
import { SsaStatusBadge } from '@/components/ssa/status'
import type { Column, Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { Link } from '@/components/ui/link'
import type { InstallationRow } from '@/lib/licenses/installations'
import classes from './installations.module.css'

/** As the page has it, or as the portal read sends it. */
export type Installation = InstallationRow | Wire<InstallationRow>

interface Options {
  organizationId: string
  /** Whether clients may be seen, which the name leads to. */
  clients: boolean
}

/** What tells one installation from another. */
export function columnsOf({ organizationId, clients }: Options): Column<Installation>[] {
  return [
    {
      id: 'ssa',
      header: 'SSA',
      cell: ({ ssa }) => (ssa ? <Statement organizationId={organizationId} ssa={ssa} /> : <Gone />),
    },
    {
      id: 'client',
      header: 'Client',
      cell: ({ client }) => {
        if (!client) return <Gone />
        if (!clients) return <Cut text={client.name} />
        return (
          <Link
            className={classes.cut}
            href={`${clientsPath(organizationId)}?q=${client.id}`}
            title={client.name}
          >
            {client.name}
          </Link>
        )
      },
    },
    {
      id: 'license',
      header: 'License',
      cell: ({ productName, fqdn, licenseKey }) => (
        <>
          <Cut text={fqdn ? `${productName}: ${fqdn}` : productName} />
          <code className={classes.key}>{licenseKey ?? 'None was told'}</code>
        </>
      ),
    },
    {
      id: 'address',
      header: 'Address',
      cell: ({ address }) => <code className={classes.code}>{address ?? 'Unknown'}</code>,
    },
    {
      id: 'first',
      header: 'First seen',
      sort: 'firstSeenAt',
      firstOrder: 'desc',
      secondary: true,
      cell: row => <DateTime at={row.firstSeenAt} />,
    },
    {
      id: 'last',
      header: 'Last seen',
      sort: 'lastSeenAt',
      firstOrder: 'desc',
      cell: row => <DateTime at={row.lastSeenAt} />,
    },
  ]
}

function Statement({
  ssa,
  organizationId,
}: {
  ssa: NonNullable<Installation['ssa']>
  organizationId: string
}) {
  return (
    <span className={classes.ssa}>
      <Link className={classes.cut} href={ssaPath(organizationId, ssa.jti)} title={ssa.softwareId}>
        {ssa.softwareId}
      </Link>
      {ssa.status !== 'ACTIVE' && <SsaStatusBadge status={ssa.status} />}
    </span>
  )
}

function Cut({ text }: { text: string }) {
  return (
    <span className={classes.cut} title={text}>
      {text}
    </span>
  )
}

function Gone() {
  return <span className={classes.gone}>Deleted</span>
}
