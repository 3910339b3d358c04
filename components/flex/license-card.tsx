import { Group, Text } from '@mantine/core'
import { stepsOf } from '@/components/licenses/card-states'
import type { PaidPeriod } from '@/components/licenses/days-left'
import { LicenseHistory } from '@/components/licenses/history'
import { LicenseRows } from '@/components/licenses/license-rows'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { CurrentLicense } from '@/lib/licenses/current'
import type { LicenseEvent } from '@/lib/licenses/history'
import type { Result } from '@/lib/result'
import { DocumentButton } from './document-button'
import { NextSteps } from './next-steps'

export interface LicenseCardProps extends LicenseActions {
  organization: { id: string; name: string }
  current: CurrentLicense
  /** What happened to the license, newest first. */
  events: LicenseEvent[]
  powers: LicensePowers
  /** Of the subscription that runs, if any. */
  period: PaidPeriod | null
}

/** What the person who looks may do about licenses. */
export interface LicensePowers {
  /** See the key of a license. */
  key: boolean
  /** Start the trial, subscribe, renew, connect. */
  act: boolean
  /** Download the signed document. */
  document: boolean
}

/** The server actions of the card. */
export interface LicenseActions {
  startTrial: (input: object) => Promise<Result<unknown>>
  sign: (input: object) => Promise<Result<{ jwt: string; fileName: string }>>
}

/** The license of Flex, in whatever state, and the way on from there. */
export function LicenseCard(props: LicenseCardProps) {
  const { organization, current, events, powers, period, startTrial, sign } = props
  const { license, trial } = current
  const { days, mau } = trial
  const offer = days === null || mau === null ? null : { days, mau, organizationName: organization.name }
  return (
    <Card id="license" title="Flex License">
      <LicenseRows current={current} keyShown={powers.key} organizationId={organization.id} period={period} />
      {powers.act ? (
        <Group aria-label="Next steps" gap="xs" mt="md" role="group">
          <NextSteps
            license={license}
            organizationId={organization.id}
            steps={stepsOf(current, period)}
            trial={offer && { ...offer, start: startTrial }}
          />
          {powers.document && license?.verdict.valid && <DocumentButton {...license} sign={sign} />}
        </Group>
      ) : (
        <Text c="dimmed" mt="md" size="sm">
          Owners and admins of the organization start the trial, subscribe and connect installations.
        </Text>
      )}
      {events.length > 0 && (
        <Disclosure summary="History of this license">
          <LicenseHistory events={events} />
        </Disclosure>
      )}
    </Card>
  )
}
