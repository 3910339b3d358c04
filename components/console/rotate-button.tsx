'use client'

import { Button, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import type { RotateKeyInput } from '@/lib/keys/schema'
import type { Result } from '@/lib/result'

interface Props {
  purpose: RotateKeyInput['purpose']
  /** What the key signs: "Statements". */
  title: string
  rotate: (input: RotateKeyInput) => Promise<Result<unknown>>
}

export function RotateButton({ purpose, title, rotate }: Props) {
  const [opened, setOpened] = useState(false)
  const router = useRouter()
  const onDone = () => {
    setOpened(false)
    router.refresh()
  }
  const { run, pending, problem } = useAction(rotate, { done: 'The key was rotated.', onDone })
  return (
    <>
      <Button onClick={() => setOpened(true)} style={{ alignSelf: 'flex-start' }} variant="default">
        Rotate
      </Button>
      <ConfirmDialog
        confirm="Rotate"
        onClose={() => setOpened(false)}
        onConfirm={() => run({ purpose })}
        opened={opened}
        pending={pending}
        problem={problem}
        title={`Rotate the signing key: ${title}`}
      >
        <Text size="sm">
          The next key starts to sign, the active one retires, and a new one waits. Everything signed so far
          stays valid. Software that keeps its own copy of the published keys must fetch them again within its
          usual time.
        </Text>
      </ConfirmDialog>
    </>
  )
}
