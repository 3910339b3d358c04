'use client'

import { NativeSelect, Stack, Switch, TextInput } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import { inputOf, switchOf } from '@/components/ui/input-of'
import { NumberField } from '@/components/ui/number-field'
import type { ConfigurationFields } from '@/lib/configuration/form-schema'
import { ENDPOINTS } from '@/lib/endpoints'
import { SIGNING_ALGORITHMS } from '@/lib/keys/algorithm-names'

export function EndpointFields({ issuer }: { issuer: string }) {
  const form = useFormContext<ConfigurationFields>()
  return (
    <Stack gap="md">
      <Switch
        description={`Off, every request to ${ENDPOINTS.ssa} gets 403. People still create SSAs in the portal.`}
        label="The SSA endpoint is turned on"
        {...switchOf(form, 'ssaEnabled')}
      />
      <TextInput
        autoComplete="off"
        description="What discovery names as ssa_endpoint. Empty: the address below, where this server answers."
        label="Published address"
        placeholder={`${issuer}${ENDPOINTS.ssa}`}
        type="url"
        {...inputOf(form, 'ssaEndpoint')}
      />
      <NativeSelect
        data={[...SIGNING_ALGORITHMS]}
        description="Another one makes new keys. SSAs signed before stay as they are, and valid."
        label="Signing algorithm"
        {...inputOf(form, 'ssaSigningAlg')}
      />
      <NumberField
        control={form.control}
        description="For requests to the endpoint that name no expiration."
        label="Days until an SSA expires"
        name="ssaExpirationInDays"
      />
    </Stack>
  )
}
