'use client'

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { download } from '@/components/ui/download'
import { useAction } from '@/components/ui/use-action'
import type { Result } from '@/lib/result'

interface Props {
  /** Signs a document of the license in force. */
  sign: (input: object) => Promise<Result<{ jwt: string; fileName: string }>>
  productCode: string
  fqdn: string
}

/** The signed license document, for sites that cannot ask this portal. Each download is in the audit log. */
export function DocumentButton({ sign, productCode, fqdn }: Props) {
  const { run, pending } = useAction(sign, {
    refusal: 'toast',
    onDone: ({ jwt, fileName }) => download(jwt, fileName),
  })
  return (
    <Button
      leftSection={<IconDownload aria-hidden="true" size={16} />}
      loading={pending}
      onClick={() => run({ productCode, ...(fqdn && { fqdn }) })}
      variant="default"
    >
      Signed license for offline sites
    </Button>
  )
}
