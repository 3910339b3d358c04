import { ASKS_AGAIN_DAYS, lifetimeInWords, MONTH } from './lifetime'
import type { IssueSsaInput } from './schema'

type Choices = Pick<IssueSsaInput, 'softwareRoles' | 'oneTimeUse' | 'lifetime'>

export interface IssueWarning {
  title: string
  reason: string
}

/** What is allowed but will trouble an installation that fetches its license with the statement, by the field to blame. */
export function issueWarnings({ softwareRoles, oneTimeUse, lifetime }: Choices) {
  const forLicense = softwareRoles.includes('license')
  const short = lifetime !== null && lifetime > 0 && lifetime < MONTH
  return {
    oneTimeUse: forLicense && oneTimeUse ? ONE_TIME : null,
    lifetime: forLicense && short ? shortLived(lifetime) : null,
  }
}

const ONE_TIME: IssueWarning = {
  title: 'One time use does not suit the role license',
  reason:
    'An installation registers again with the same SSA whenever its client has expired or was lost. The first ' +
    'registration uses a one time SSA up, so the next one fails and the installation asks for a new SSA.',
}

const shortLived = (lifetime: number): IssueWarning => ({
  title: 'The lifetime is short for the role license',
  reason:
    `An installation renews its license about every ${ASKS_AGAIN_DAYS} days. A client that lives ${lifetimeInWords(lifetime)} has ` +
    'expired by then, and must be registered anew each time. Choose one month or longer.',
})
