'use client'

import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { issueWarnings } from '@/lib/ssa/warnings'
import type { CreateFields } from './values'

/** Below a field: a choice that is allowed but will trouble an installation, with the reason, as soon as it is made. */
export function Warning({ of }: { of: 'oneTimeUse' | 'lifetime' }) {
  const { control } = useFormContext<CreateFields>()
  const [softwareRoles = [], oneTimeUse = false, lifetime = null] = useWatch({
    control,
    name: ['softwareRoles', 'oneTimeUse', 'lifetime'],
  })
  const warning = issueWarnings({ softwareRoles, oneTimeUse, lifetime })[of]
  if (!warning) return null
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden="true" />}
      ref={intoView}
      title={warning.title}
    >
      {warning.reason}
    </Alert>
  )
}

/** It may appear below the edge of a scrolled dialog. */
function intoView(warning: HTMLElement | null) {
  warning?.scrollIntoView({ block: 'nearest' })
}
