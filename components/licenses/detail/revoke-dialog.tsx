'use client'

import type { LicensePageProps } from './license-page'
import { ReasonDialog } from './reason-dialog'
import type { DialogProps } from './what-stops'

type Props = DialogProps & Pick<LicensePageProps, 'revoke'>

export default function RevokeDialog({ revoke, ...rest }: Props) {
  return (
    <ReasonDialog
      {...rest}
      action={revoke}
      confirm="Revoke"
      consequence="This cannot be undone. To take it out of force for a while, suspend it."
      done="The license was revoked. The customer gets a mail."
      title="Revoke this license"
      typed={rest.license.organizationName}
    />
  )
}
