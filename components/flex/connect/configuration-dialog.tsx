'use client'

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { CopyField } from '@/components/ui/copy-field'
import { download } from '@/components/ui/download'
import { OnceDialog } from '@/components/ui/once-dialog'
import classes from './connect.module.css'

interface Props {
  configuration: string
  onClose: () => void
}

/** With the secret of the client that was made for it. */
export default function ConfigurationDialog({ configuration, onClose }: Props) {
  return (
    <OnceDialog
      actions={
        <Button
          leftSection={<IconDownload aria-hidden="true" size={16} />}
          onClick={() => download(configuration, 'flex-license-configuration.json', 'application/json')}
          variant="default"
        >
          Download .json
        </Button>
      }
      button="I have saved it"
      onClose={onClose}
      title="License configuration"
      warning="Save it now: it holds the secret of a client that was just registered for one installation, and is shown this once. For another installation, make another one."
    >
      <div className={classes.configuration}>
        <CopyField multiline text={configuration} what="license configuration" />
      </div>
    </OnceDialog>
  )
}
