'use client'

import { Checkbox, Stack, Text } from '@mantine/core'
import { useController, useFormContext } from 'react-hook-form'
import type { SoftwareRole } from '@/lib/ssa/offer'
import type { CreateFields } from './values'

/** What the software may do: the roles that operators have configured, each with the scopes it gives. */
export function RolesField({ roles }: { roles: SoftwareRole[] }) {
  const { control } = useFormContext<CreateFields>()
  const { field, fieldState } = useController({ control, name: 'softwareRoles' })
  return (
    <Checkbox.Group
      description="What clients registered with this SSA may do. Tick license for Gluu Flex."
      error={fieldState.error?.message}
      label="Software Roles"
      onChange={field.onChange}
      value={field.value ?? []}
    >
      <Stack gap={6} mt={6}>
        {roles.map(({ name, scopes }) => (
          <Checkbox description={<Scopes scopes={scopes} />} key={name} label={name} value={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

function Scopes({ scopes }: { scopes: string[] }) {
  if (scopes.length === 0) return 'Gives no scope.'
  return (
    <Text component="span" inherit style={{ overflowWrap: 'anywhere' }}>
      Gives {scopes.join(', ')}
    </Text>
  )
}
