'use client'

import type { LicensePageProps } from './license-page'
import { ReasonDialog } from './reason-dialog'
import type { DialogProps } from './what-stops'

type Props = DialogProps & Pick<LicensePageProps, 'suspend'>

export default function SuspendDialog({ suspend, ...rest }: Props) {
  return (
    <ReasonDialog
      {...rest}
      action={suspend}
      confirm="Suspend"
      consequence="Its time runs on. Resume puts it back in force for what is left."
      done="The license is suspended. The customer gets a mail."
      title="Suspend this license"
    />
  )
}
