import { lifetimeInWords, MONTH } from './lifetime'
import type { IssueSsaInput } from './schema'

type Choices = Pick<IssueSsaInput, 'softwareRoles' | 'oneTimeUse' | 'lifetime'>

/** What is allowed but will trouble an installation that fetches its license with the statement, with the reason. */
export function issueWarnings({ softwareRoles, oneTimeUse, lifetime }: Choices): string[] {
  if (!softwareRoles.includes('license')) return []
  const warnings: string[] = []
  if (oneTimeUse) warnings.push(ONE_TIME)
  if (lifetime !== null && lifetime > 0 && lifetime < MONTH) warnings.push(shortLived(lifetime))
  return warnings
}

const ONE_TIME =
  'One time use with the role “license”: an installation registers again with the same SSA whenever its client has ' +
  'expired or was lost. A one time SSA is used up by the first registration, so the next one fails and the ' +
  'installation asks for a new SSA.'

const shortLived = (lifetime: number) =>
  `A lifetime of ${lifetimeInWords(lifetime)} with the role “license”: an installation renews its license about ` +
  'every 30 days. Its client would have expired by then, and it would have to register anew each time. ' +
  'Choose one month or longer.'
