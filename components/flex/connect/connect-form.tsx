'use client'

import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { CreateSsaButton } from '@/components/ssa/create/create-ssa'
import { STATUS_LABEL } from '@/components/ssa/status'
import { download } from '@/components/ui/download'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import type { InstallationCredentials } from '@/lib/clients/register-for'
import type { Result } from '@/lib/result'
import type { ConnectableSsa } from '@/lib/ssa/connectable'
import { jwtFileName } from '@/lib/ssa/file-name'
import type { SsaId } from '@/lib/ssa/schema'
import { licenseConfiguration } from './configuration'

const ConfigurationDialog = dynamic(() => import('./configuration-dialog'), { ssr: false })

export interface ConnectFormProps extends ConnectActions {
  issuer: string
  organizationId: string
  ssas: ConnectableSsa[]
  /** Of the license in force; null when there is none. */
  licenseKey: string | null
}

export interface ConnectActions {
  reveal: (input: SsaId) => Promise<Result<{ jwt: string }>>
  register: (input: SsaId) => Promise<Result<InstallationCredentials>>
}

/** The SSA of one installation: to be downloaded, or made into a license configuration with a client of its own. */
export function ConnectForm(props: ConnectFormProps) {
  const { ssas } = props
  const [chosen, setChosen] = useState(ssas.find(isUsable)?.jti ?? ssas[0]?.jti)
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
    <Stack gap="sm">
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
      {ssa.status === 'ACTIVE' && <Ways {...props} key={ssa.jti} ssa={ssa} />}
    </Stack>
  )
}

function isUsable({ status, warnings }: ConnectableSsa): boolean {
  return status === 'ACTIVE' && warnings.length === 0
}

function Ways({
  ssa,
  licenseKey,
  issuer,
  organizationId,
  ...actions
}: ConnectFormProps & { ssa: ConnectableSsa }) {
  const [configuration, setConfiguration] = useState<string | null>(null)
  const reveal = useAction(actions.reveal, {
    onDone: ({ jwt }) => {
      download(jwt, jwtFileName(ssa))
      reveal.forget()
    },
  })
  const register = useAction(actions.register, {
    onDone: made => {
      setConfiguration(
        licenseConfiguration({ ...made, issuer, organizationId, licenseKey: licenseKey ?? '' }),
      )
      register.forget()
    },
  })
  return (
    <>
      <ProblemAlert problem={reveal.problem ?? register.problem} />
      <Group gap="xs">
        <Button
          disabled={licenseKey === null}
          loading={register.pending}
          onClick={() => register.run({ jti: ssa.jti })}
        >
          Create license configuration
        </Button>
        <Button
          leftSection={<IconDownload aria-hidden="true" size={16} />}
          loading={reveal.pending}
          onClick={() => reveal.run({ jti: ssa.jti })}
          variant="default"
        >
          Download .jwt
        </Button>
      </Group>
      {licenseKey === null && (
        <Text c="dimmed" size="sm">
          The configuration holds the license key: start the trial or subscribe first.
        </Text>
      )}
      {configuration && (
        <ConfigurationDialog configuration={configuration} onClose={() => setConfiguration(null)} />
      )}
    </>
  )
}
