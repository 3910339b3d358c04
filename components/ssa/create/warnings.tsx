'use client'

import { Alert, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { issueWarnings } from '@/lib/ssa/warnings'
import type { CreateFields } from './values'

/** Choices that are allowed but will trouble an installation, with the reason; said as soon as they are made. */
export function Warnings() {
  const { control } = useFormContext<CreateFields>()
  const [softwareRoles = [], oneTimeUse = false, lifetime = null] = useWatch({
    control,
    name: ['softwareRoles', 'oneTimeUse', 'lifetime'],
  })
  const warnings = issueWarnings({ softwareRoles, oneTimeUse, lifetime })
  return (
    <Stack gap="xs" role="status">
      {warnings.map(warning => (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />} key={warning} variant="light">
          {warning}
        </Alert>
      ))}
    </Stack>
  )
}
