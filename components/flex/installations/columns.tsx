import { clientsPath } from '@/components/clients/paths'
import { ssaPath } from '@/components/ssa/paths'
import { SsaStatusBadge } from '@/components/ssa/status'
import { Cut } from '@/components/ui/cut'
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
      cell: ({ client }) =>
        client ? <Client client={client} href={clients ? clientsPath(organizationId) : null} /> : <Gone />,
    },
    {
      id: 'license',
      header: 'License',
      cell: ({ productName, fqdn, licenseKey }) => (
        <span className={classes.two}>
          <Cut text={fqdn ? `${productName}: ${fqdn}` : productName} />
          <code className={classes.code}>{licenseKey ?? 'None was told'}</code>
        </span>
      ),
    },
    {
      id: 'address',
      header: 'Address',
      cell: ({ address }) => <Cut text={address ?? 'Unknown'} />,
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
      <Link href={ssaPath(organizationId, ssa.jti)}>
        <Cut text={ssa.softwareId} />
      </Link>
      {ssa.status !== 'ACTIVE' && <SsaStatusBadge status={ssa.status} />}
    </span>
  )
}

/** Flex calls every client alike; its id is what tells them apart. */
function Client({ client, href }: { client: NonNullable<Installation['client']>; href: string | null }) {
  const id = <code className={classes.code}>{client.id.slice(0, 8)}…</code>
  return (
    <span className={classes.two}>
      <Cut text={client.name} />
      {href ? <Link href={`${href}?q=${client.id}`}>{id}</Link> : id}
    </span>
  )
}

function Gone() {
  return <span className={classes.gone}>Deleted</span>
}
