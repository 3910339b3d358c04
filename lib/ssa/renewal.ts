import type { SsaView } from './view'
import { type IssueWarning, issueWarnings } from './warnings'

type Facts = Pick<SsaView, 'status' | 'softwareRoles' | 'oneTimeUse' | 'lifetime'>

/** Why an installation that fetches its license with this statement will get no license, or not get it again. */
export function renewalWarnings({ status, ...choices }: Facts): IssueWarning[] {
  const { softwareRoles } = choices
  const { oneTimeUse, lifetime } = issueWarnings(choices)
  return [
    status === 'ACTIVE' ? null : OVER[status],
    softwareRoles.includes('license') ? null : NO_ROLE,
    oneTimeUse,
    lifetime,
  ].filter(warning => warning !== null)
}

const OVER: Record<Exclude<Facts['status'], 'ACTIVE'>, IssueWarning> = {
  REVOKED: {
    title: 'This SSA is revoked',
    reason: 'Installations registered with it get no license any more. Connect them with another SSA.',
  },
  EXPIRED: {
    title: 'This SSA is expired',
    reason:
      'Installations that are registered already go on until their client expires; then they cannot register ' +
      'again. Connect them with a new SSA before that.',
  },
  USED: {
    title: 'This SSA is used up',
    reason: 'It was good for one registration. Another installation needs an SSA of its own.',
  },
}

const NO_ROLE: IssueWarning = {
  title: 'This SSA does not have the role license',
  reason: 'Whatever registers with it may not ask for a license. Create an SSA with the role license.',
}
