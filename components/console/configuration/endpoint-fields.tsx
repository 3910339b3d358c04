'use client'

import { NativeSelect, NumberInput, Stack, Switch, TextInput } from '@mantine/core'
import { Controller, useFormContext } from 'react-hook-form'
import { inputOf } from '@/components/ui/input-of'
import type { ConfigurationFields } from '@/lib/configuration/form-schema'
import { SIGNING_ALGORITHMS } from '@/lib/keys/algorithm-names'

const SSA_PATH = '/jans-auth/restv1/ssa'

export function EndpointFields({ issuer }: { issuer: string }) {
  const form = useFormContext<ConfigurationFields>()
  const { control, formState } = form
  const { errors } = formState
  return (
    <Stack gap="md">
      <Controller
        control={control}
        name="ssaEnabled"
        render={({ field: { value, ...field } }) => (
          <Switch
            checked={value}
            description={`Off, every request to ${SSA_PATH} gets 403. People still create SSAs in the portal.`}
            label="The SSA endpoint is turned on"
            {...field}
          />
        )}
      />
      <TextInput
        autoComplete="off"
        description="What discovery names as ssa_endpoint. Empty: the address below, where this server answers."
        label="Published address"
        placeholder={`${issuer}${SSA_PATH}`}
        type="url"
        {...inputOf(form, 'ssaEndpoint')}
      />
      <NativeSelect
        data={[...SIGNING_ALGORITHMS]}
        description="Another one makes new keys. SSAs signed before stay as they are, and valid."
        label="Signing algorithm"
        {...inputOf(form, 'ssaSigningAlg')}
      />
      <Controller
        control={control}
        name="ssaExpirationInDays"
        render={({ field }) => (
          <NumberInput
            allowDecimal={false}
            allowNegative={false}
            description="For requests to the endpoint that name no expiration."
            error={errors.ssaExpirationInDays?.message}
            label="Days until an SSA expires"
            max={36_500}
            min={1}
            {...field}
          />
        )}
      />
    </Stack>
  )
}
