'use client'

import { Button, Stack, Text } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { Card } from '@/components/ui/card'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { useForgetOnLeaving } from '@/components/ui/use-forget-on-leaving'
import type { Result } from '@/lib/result'
import type { JwtPanelProps } from './jwt-panel'

const loadPanel = () => import('./jwt-panel')
const Panel = dynamic(loadPanel, { ssr: false })

interface Props extends Pick<JwtPanelProps, 'fileName' | 'verify'> {
  reveal: () => Promise<Result<{ jwt: string }>>
}

/** **Show JWT**: the token comes only when asked for, and is dropped by **Hide** and by leaving the page. */
export function JwtSection({ reveal, ...panel }: Props) {
  const router = useRouter()
  const button = useRef<HTMLButtonElement>(null)
  const [jwt, setJwt] = useState<string | null>(null)
  const { run, pending, problem, forget } = useAction(reveal, {
    onDone: answer => {
      setJwt(answer.jwt)
      forget()
      router.refresh()
    },
  })
  const show = () => {
    // The panel's code comes while the server signs.
    void loadPanel()
    run(undefined)
  }
  const hide = useCallback(() => setJwt(null), [])
  useForgetOnLeaving(hide)
  if (jwt !== null) {
    const onHide = () => {
      hide()
      requestAnimationFrame(() => button.current?.focus())
    }
    return (
      <Card title="JWT">
        <Panel {...panel} jwt={jwt} onHide={onHide} />
      </Card>
    )
  }
  return (
    <Card title="JWT">
      <Stack align="flex-start" gap="sm">
        <Text size="sm">
          The JWT is the SSA itself, to be given to the installation. Whoever holds it can register software
          in the name of your organization. Showing it is written to the audit log.
        </Text>
        <ProblemAlert problem={problem} />
        <Button loading={pending} onClick={show} ref={button}>
          Show JWT
        </Button>
      </Stack>
    </Card>
  )
}
