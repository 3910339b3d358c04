'use client'

import { Stack, Switch } from '@mantine/core'
import { useFormContext } from 'react-hook-form'
import { switchOf } from '@/components/ui/input-of'
import type { CreateFields } from './values'
import { Warning } from './warning'

export function Switches() {
  const form = useFormContext<CreateFields>()
  return (
    <Stack gap="xs">
      <Switch
        description="It can be used once: the first client registered with it uses it up. Leave it off for Gluu Flex."
        label="One time use"
        {...switchOf(form, 'oneTimeUse')}
      />
      <Warning of="oneTimeUse" />
      <Switch
        description="Marks it for replacement before it expires. Leave it off for Gluu Flex."
        label="Rotate SSA"
        {...switchOf(form, 'rotateSsa')}
      />
    </Stack>
  )
}
