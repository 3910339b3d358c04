'use client'

import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { download } from '@/components/ssa/jwt/download'
import { CopyField } from '@/components/ui/copy-field'
import { useReturnFocus } from '@/components/ui/use-return-focus'

interface Props {
  configuration: string
  onClose: () => void
}

/** The one time that the client's secret is seen: neither Escape nor a click beside the dialog takes it away. */
export default function ConfigurationDialog({ configuration, onClose }: Props) {
  useReturnFocus()
  return (
    <Modal
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onClose}
      opened
      size="lg"
      title="License configuration"
      withCloseButton={false}
    >
      <Stack gap="md">
        <Alert color="yellow" variant="light">
          Save it now: it holds the secret of a client that was just registered for one installation, and is
          shown this once. For another installation, make another one.
        </Alert>
        <CopyField multiline text={configuration} what="license configuration" />
        <Group gap="xs" justify="flex-end">
          <Button
            leftSection={<IconDownload aria-hidden="true" size={16} />}
            onClick={() => download(configuration, 'flex-license-configuration.json', 'application/json')}
            variant="default"
          >
            Download .json
          </Button>
          <Button onClick={onClose}>I have saved it</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
