import { Text } from '@mantine/core'
import { stepsInWords, stepsOf } from '@/components/licenses/card-states'
import { Link } from '@/components/ui/link'
import type { CurrentLicense } from '@/lib/licenses/current'
import { onScreen } from '@/lib/licenses/reasons'

/** The key that an installation can be connected with: of a license in force, or yet to start. */
export function connectableKey(current: CurrentLicense): string | null {
  return stepsOf(current, null).includes('CONNECT') && current.license ? current.license.key : null
}

/** Why an installation would get no license now, and what to do; nothing where it gets one. */
export function LicenseNote({ current }: { current: CurrentLicense }) {
  if (current.license?.verdict.valid) return null
  return (
    <Text c="dimmed" size="sm">
      {connectableKey(current) === null ? (
        <>
          The configuration holds the key of a license in force. To get one, {stepsInWords(current)}: see the{' '}
          <Link href="#license">license card</Link>.
        </>
      ) : (
        `${onScreen('NOT_STARTED')} An installation that is connected now gets it when it asks from then on.`
      )}
    </Text>
  )
}
