'use client'

import { Stack, Switch } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import type { CreateFields } from './values'
import { Warning } from './warning'

export function Switches() {
  const { register } = useFormContext<CreateFields>()
  return (
    <Stack gap="xs">
      <Switch
        description="It can be used once: the first client registered with it uses it up. Leave it off for Gluu Flex."
        label="One time use"
        {...register('oneTimeUse')}
      />
      <Warning of="oneTimeUse" />
      <Switch
        description="Marks it for replacement before it expires. Leave it off for Gluu Flex."
        label="Rotate SSA"
        {...register('rotateSsa')}
      />
    </Stack>
  )
}
