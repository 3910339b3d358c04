'use client'

import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyField } from '@/components/ui/copy-field'
import { OnceDialog } from '@/components/ui/once-dialog'
import type { ClientWithSecret } from '@/lib/clients/create'
import { ENDPOINTS } from '@/lib/endpoints'

interface Props extends ClientWithSecret {
  isNew: boolean
  issuer: string
  /** What has the focus again afterwards. */
  opener: Element | null
  onClose: () => void
}

export default function SecretDialog({ client, secret, isNew, issuer, opener, onClose }: Props) {
  return (
    <OnceDialog
      button="I have saved the secret"
      onClose={onClose}
      opener={opener}
      title={isNew ? `${client.name} was created` : `The new secret of ${client.name}`}
      warning="Copy the secret now: it is shown this once, and nobody can look it up. Whoever holds it can do what this client may do."
    >
      <Part label="Client ID">
        <CopyField multiline text={client.id} what="client id" />
      </Part>
      <Part label="Client secret">
        <CopyField multiline text={secret} what="client secret" />
      </Part>
      <Part label="Get a token">
        <CopyField multiline text={curlLine(issuer, client.id, secret)} what="command line" />
      </Part>
    </OnceDialog>
  )
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text fw={500} mb={4} size="sm">
        {label}
      </Text>
      {children}
    </div>
  )
}

/** Ids and secrets have no character that a shell or HTTP Basic reads otherwise. */
function curlLine(issuer: string, id: string, secret: string): string {
  return `curl -u '${id}:${secret}' -d grant_type=client_credentials ${issuer}${ENDPOINTS.token}`
}
