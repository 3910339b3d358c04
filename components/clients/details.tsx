import { ssaPath } from '@/components/ssa/paths'
import { KeyValueRows } from '@/components/ui/key-value-rows'
import { Link } from '@/components/ui/link'
import { SCOPES } from '@/lib/access/scopes'
import classes from './clients.module.css'
import type { Client, ClientsOf } from './types'

const AUTHENTICATION: Record<Client['authMethod'], string> = {
  CLIENT_SECRET_BASIC: 'With its secret',
  CLIENT_SECRET_POST: 'With its secret',
  PRIVATE_KEY_JWT: 'With a private key of its own (private_key_jwt)',
}

const DISABLED = 'Its SSA was revoked. Neither its secret nor its tokens work.'
const EXPIRED = 'The SSA it registered with gave it this long. Neither its secret nor its tokens work.'

interface Props {
  client: Client
  of: ClientsOf
}

/** What a row of the list unfolds to. */
export function ClientDetails({ client, of }: Props) {
  const { scopes, status, ssaJti } = client
  const rows = [
    { label: 'May do', value: scopes.length > 0 && <Scopes scopes={scopes} /> },
    { label: 'Signs in', value: AUTHENTICATION[client.authMethod] },
    ...(ssaJti && of
      ? [
          {
            label: 'SSA',
            value: <Link href={ssaPath(of.id, ssaJti)}>{ssaJti}</Link>,
          },
        ]
      : []),
    ...(status === 'ACTIVE' ? [] : [{ label: 'State', value: status === 'EXPIRED' ? EXPIRED : DISABLED }]),
  ]
  return <KeyValueRows rows={rows} />
}

const SAID: Record<string, string> = SCOPES

function Scopes({ scopes }: { scopes: string[] }) {
  return (
    <ul className={classes.list}>
      {scopes.map(scope => (
        <li key={scope}>
          {SAID[scope] ?? 'Nothing here: this installation does not know this scope'}
          <span className={classes.scope}>{scope}</span>
        </li>
      ))}
    </ul>
  )
}
