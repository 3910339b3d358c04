'use client'

import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
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

export interface ConnectActions {
  reveal: (input: SsaId) => Promise<Result<{ jwt: string }>>
  register: (input: SsaId) => Promise<Result<InstallationCredentials>>
}

export interface DownloadsProps extends ConnectActions {
  issuer: string
  organizationId: string
  /** What the configuration holds; null: there is none to be had. */
  licenseKey: string | null
  /** Why that is, or what else is to be known of the license. */
  note: ReactNode
}

interface Props extends DownloadsProps {
  /** A live one. */
  ssa: ConnectableSsa
}

/** What an installation is given: a license configuration with a client of its own, or the file for its installer. */
export function Downloads(props: Props) {
  const { ssa, licenseKey, note, reveal } = props
  const { jti } = ssa
  const { making, configuration, close } = useConfiguration(props)
  const revealing = useAction(reveal, {
    onDone: ({ jwt }) => {
      download(jwt, jwtFileName(ssa))
      revealing.forget()
    },
  })
  return (
    <>
      <ProblemAlert problem={revealing.problem ?? making.problem} />
      <Group gap="xs">
        <Button disabled={licenseKey === null} loading={making.pending} onClick={() => making.run({ jti })}>
          Create license configuration
        </Button>
        <Button
          leftSection={<IconDownload aria-hidden="true" size={16} />}
          loading={revealing.pending}
          onClick={() => revealing.run({ jti })}
          variant="default"
        >
          Download .jwt
        </Button>
      </Group>
      {note}
      {configuration && <ConfigurationDialog configuration={configuration} onClose={close} />}
    </>
  )
}

/** Holds a secret, from when it was made until it is closed. */
function useConfiguration({ register, issuer, organizationId, licenseKey }: Props) {
  const [configuration, setConfiguration] = useState<string | null>(null)
  const making = useAction(register, {
    onDone: made => {
      setConfiguration(
        licenseConfiguration({ ...made, issuer, organizationId, licenseKey: licenseKey ?? '' }),
      )
      making.forget()
    },
  })
  return { making, configuration, close: () => setConfiguration(null) }
}
