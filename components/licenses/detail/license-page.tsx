import { Alert } from '@mantine/core'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { WithAside } from '@/components/ui/with-aside'
import { OWN_ORGANIZATION } from '@/lib/access/own-organization'
import type { StaffLicenseEvent } from '@/lib/licenses/history'
import { isLive } from '@/lib/licenses/judge'
import type { ChangeLicenseInput, EndLicenseInput, LicenseId } from '@/lib/licenses/schema'
import type { LicenseSurroundings } from '@/lib/licenses/surroundings'
import type { StaffLicenseView } from '@/lib/licenses/view'
import type { Result } from '@/lib/result'
import type { Usage } from '@/lib/usage/view'
import { LicenseHistory } from '../history'
import { consoleLicensePath, newLicensePath } from '../paths'
import { LicenseActions } from './license-actions'
import { LicenseFacts } from './license-facts'
import { LicenseInstallations } from './license-installations'
import { LicenseNotes } from './license-notes'
import { LicenseUse } from './license-use'

export interface LicensePageProps {
  license: StaffLicenseView
  events: StaffLicenseEvent[]
  surroundings: LicenseSurroundings
  /** What the organization has reported of the product. */
  usage: Usage
  /** Whether this person sells licenses, to organizations of others. */
  maySell: boolean
  change: (input: ChangeLicenseInput) => Promise<Result<unknown>>
  suspend: (input: EndLicenseInput) => Promise<Result<unknown>>
  resume: (input: LicenseId) => Promise<Result<unknown>>
  revoke: (input: EndLicenseInput) => Promise<Result<unknown>>
}

/** One license, as sales and operators see it. */
export function LicensePage(props: LicensePageProps) {
  const { license, events, surroundings, usage, maySell } = props
  const live = isLive(license.verdict)
  const mayAct = maySell && !surroundings.own
  return (
    <>
      <PageHeader
        actions={mayAct && (live ? <LicenseActions {...props} /> : <Anew {...props} />)}
        crumbs={[{ label: 'Console' }, { label: 'Licenses', href: consoleLicensePath() }]}
        title={license.key}
      />
      <WithAside
        aside={
          <Card title="History">
            <LicenseHistory events={events} />
          </Card>
        }
      >
        {maySell && surroundings.own && (
          <Alert color="yellow" title="You may look, and change nothing">
            {OWN_ORGANIZATION}
          </Alert>
        )}
        <Card title="License">
          <LicenseFacts license={license} surroundings={surroundings} />
        </Card>
        <Card title="Monthly active users">
          <LicenseUse usage={usage} />
        </Card>
        <Card title="Installations">
          <LicenseInstallations live={live} surroundings={surroundings} />
        </Card>
        <Card title="Notes">
          <LicenseNotes change={mayAct && live ? props.change : null} license={license} />
        </Card>
      </WithAside>
    </>
  )
}

/** After a license that has ended, unless another one has taken its place. */
function Anew({ license, surroundings }: LicensePageProps) {
  if (surroundings.replacedBy) return null
  const { organizationId: org, mauThreshold: mau } = license
  return <LinkButton href={newLicensePath({ org, mau })}>Issue a new one</LinkButton>
}
