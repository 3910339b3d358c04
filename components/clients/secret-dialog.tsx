'use client'

import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyField } from '@/components/ui/copy-field'
import { useReturnFocus } from '@/components/ui/use-return-focus'
import type { ClientWithSecret } from '@/lib/clients/create'

interface Props extends ClientWithSecret {
  isNew: boolean
  issuer: string
  /** What has the focus again afterwards. */
  opener: Element | null
  onClose: () => void
}

/** The one time that a secret is seen: neither Escape nor a click beside the dialog takes it away. */
export default function SecretDialog({ client, secret, isNew, issuer, opener, onClose }: Props) {
  useReturnFocus(opener)
  return (
    <Modal
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onClose}
      opened
      size="lg"
      title={isNew ? `${client.name} was created` : `The new secret of ${client.name}`}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Alert color="yellow" variant="light">
          Copy the secret now: it is shown this once, and nobody can look it up. Whoever holds it can do what
          this client may do.
        </Alert>
        <Part label="Client ID">
          <CopyField multiline text={client.id} what="client id" />
        </Part>
        <Part label="Client secret">
          <CopyField multiline text={secret} what="client secret" />
        </Part>
        <Part label="Get a token">
          <CopyField multiline text={curlLine(issuer, client.id, secret)} what="command line" />
        </Part>
        <Group justify="flex-end">
          <Button onClick={onClose}>I have saved the secret</Button>
        </Group>
      </Stack>
    </Modal>
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
  return `curl -u '${id}:${secret}' -d grant_type=client_credentials ${issuer}/jans-auth/restv1/token`
}
