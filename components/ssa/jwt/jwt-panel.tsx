'use client'

import { Button, Group, Stack } from '@mantine/core'
import { IconDownload, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { download } from '@/components/ui/download'
import { decodeJwt } from '@/lib/ssa/decode'
import { explainClaims, explainHeader } from '@/lib/ssa/explain'
import { EncodedJwt } from './encoded-jwt'
import { Members } from './members'
import { Signature } from './signature'
import type { VerifyOnServer } from './use-signature'

export interface JwtPanelProps {
  jwt: string
  /** What a download is called. */
  fileName: string
  verify: VerifyOnServer
  onHide: () => void
}

/** The shown JWT: to copy, to download, and taken apart with every member explained. */
export default function JwtPanel({ jwt, fileName, verify, onHide }: JwtPanelProps) {
  const source = useRef<HTMLElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const decoded = decodeJwt(jwt)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    <Stack aria-label="The JWT is shown" gap="md" ref={panel} role="group" tabIndex={-1}>
      <EncodedJwt jwt={jwt} ref={source} />
      <Group gap="xs">
        <CopyButton source={source} text={jwt} what="JWT">
          Copy
        </CopyButton>
        <Button
          leftSection={<IconDownload aria-hidden="true" size={16} />}
          onClick={() => download(jwt, fileName)}
        >
          Download .jwt
        </Button>
        <Button
          color="gray"
          leftSection={<IconEyeOff aria-hidden="true" size={16} />}
          onClick={onHide}
          variant="subtle"
        >
          Hide
        </Button>
      </Group>
      <Signature jwt={jwt} verify={verify} />
      {decoded && (
        <>
          <Members members={explainHeader(decoded.header)} title="Header" />
          <Members members={explainClaims(decoded.claims)} title="Claims" />
        </>
      )}
    </Stack>
  )
}
