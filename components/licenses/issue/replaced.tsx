import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { counted } from '@/components/ui/counted'
import type { Wire } from '@/components/ui/data-table'
import { DateTime } from '@/components/ui/date-time'
import { Link } from '@/components/ui/link'
import { OWN_ORGANIZATION } from '@/lib/access/own-organization'
import type { LicenseOffer } from '@/lib/licenses/offer'
import { consoleLicensePath } from '../paths'
import { KIND_LABEL } from '../status'

/** What becomes of the license that is live, before anybody agrees to it. */
export function Replaced({ offer }: { offer: Wire<LicenseOffer> }) {
  const { organization, live, own, installations } = offer
  if (own) {
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title="Not by you">
        {OWN_ORGANIZATION}
      </Alert>
    )
  }
  if (!live) {
    return (
      <Alert color="gray" icon={<IconInfoCircle aria-hidden="true" />} title="Replaces nothing">
        {organization.name} has no live license of this product. {told(installations)}
      </Alert>
    )
  }
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title="Replaces the running license"
    >
      <Text size="sm">
        {KIND_LABEL[live.kind]} license <Link href={consoleLicensePath(live.id)}>{live.key}</Link> of{' '}
        {organization.name}, {live.mauThreshold.toLocaleString('en')} MAU, ends as soon as the new one is
        issued; it would have ended <DateTime at={live.validUntil} />.
      </Text>
      <Text mt={4} size="sm">
        {told(installations)}
        {installations > 0 && ' Nothing stops working: they learn the new key when they ask next.'}
      </Text>
    </Alert>
  )
}

function told(installations: number): string {
  if (installations === 0) return 'No installation has asked for one yet.'
  return installations === 1
    ? 'One installation has asked for one.'
    : `${counted(installations, 'installation')} have asked for one.`
}
