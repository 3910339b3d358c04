'use client'

import { Alert, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CreateSsaButton } from '@/components/ssa/create/create-ssa'
import { STATUS_LABEL } from '@/components/ssa/status'
import { useEarlyFields } from '@/components/ui/use-early-fields'
import type { ConnectableSsa } from '@/lib/ssa/connectable'
import { Downloads, type DownloadsProps } from './downloads'

export interface ConnectFormProps extends DownloadsProps {
  ssas: ConnectableSsa[]
}

/** The SSA of one installation: to be downloaded, or made into a license configuration with a client of its own. */
export function ConnectForm({ ssas, ...rest }: ConnectFormProps) {
  const [chosen, setChosen] = useState(ssas.find(isUsable)?.jti ?? ssas[0]?.jti)
  const around = useEarlyFields<HTMLDivElement>()
  const ssa = ssas.find(({ jti }) => jti === chosen) ?? ssas[0]
  if (!ssa) {
    return (
      <Group gap="sm">
        <Text size="sm">There is no SSA yet. Create one with the role license for this installation.</Text>
        <CreateSsaButton variant="default" />
      </Group>
    )
  }
  return (
    <Stack {...around} gap="sm">
      <NativeSelect
        data={ssas.map(({ jti, softwareId, status }) => ({
          value: jti,
          label: status === 'ACTIVE' ? softwareId : `${softwareId} (${STATUS_LABEL[status].toLowerCase()})`,
        }))}
        description="Each installation has an SSA of its own, so that you can tell them apart and stop one alone."
        label="SSA of this installation"
        maw="28rem"
        onChange={event => setChosen(event.currentTarget.value)}
        value={ssa.jti}
      />
      {ssa.warnings.map(({ title, reason }) => (
        <Alert color="yellow" key={title} title={title}>
          {reason}
        </Alert>
      ))}
      {ssa.status === 'ACTIVE' && <Downloads {...rest} key={ssa.jti} ssa={ssa} />}
    </Stack>
  )
}

function isUsable({ status, warnings }: ConnectableSsa): boolean {
  return status === 'ACTIVE' && warnings.length === 0
}
