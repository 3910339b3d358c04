'use client'

import { Button, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAsking } from '@/components/ui/use-asking'
import type { RotateKeyInput } from '@/lib/keys/schema'
import type { Result } from '@/lib/result'

interface Props {
  purpose: RotateKeyInput['purpose']
  /** What the key signs: "Statements". */
  title: string
  rotate: (input: RotateKeyInput) => Promise<Result<unknown>>
}

export function RotateButton({ purpose, title, rotate }: Props) {
  const router = useRouter()
  const { run, ask, dialog } = useAsking(rotate, {
    done: 'The key was rotated.',
    onDone: () => router.refresh(),
  })
  return (
    <>
      <Button onClick={ask} style={{ alignSelf: 'flex-start' }} variant="default">
        Rotate
      </Button>
      <ConfirmDialog
        {...dialog}
        confirm="Rotate"
        onConfirm={() => run({ purpose })}
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
