import { Group, Text } from '@mantine/core'
import { LicenseRows } from '@/components/licenses/license-rows'
import { stepsOf } from '@/components/licenses/standing'
import type { CurrentLicense } from '@/lib/licenses/current'
import { FlexCard } from './flex-card'
import { NextSteps } from './next-steps'

export interface LicenseCardProps {
  organizationId: string
  current: CurrentLicense
  powers: LicensePowers
}

/** What the person who looks may do about licenses. */
export interface LicensePowers {
  /** See the key of a license. */
  key: boolean
  /** Start the trial, subscribe, renew, connect. */
  act: boolean
}

/** The license of Flex, in whatever state, and the way on from there. */
export function LicenseCard({ organizationId, current, powers }: LicenseCardProps) {
  return (
    <FlexCard id="license" title="Flex License">
      <LicenseRows current={current} keyShown={powers.key} organizationId={organizationId} />
      {powers.act ? (
        <Group gap="xs" mt="md">
          <NextSteps
            mau={current.license?.mauThreshold}
            organizationId={organizationId}
            steps={stepsOf(current)}
          />
        </Group>
      ) : (
        <Text c="dimmed" mt="md" size="sm">
          Owners and admins of the organization start the trial, subscribe and connect installations.
        </Text>
      )}
    </FlexCard>
  )
}
