'use client'

import { useRouter } from 'next/navigation'
import type { Result } from '@/lib/result'
import { NameForm } from './name-form'

interface Props {
  name: string
  rename: (input: { name: string }) => Promise<Result<{ name: string }>>
}

export function RenameForm({ name, rename }: Props) {
  const router = useRouter()
  return (
    <NameForm
      action={rename}
      button="Save name"
      description="Shown to members, in invitations and in the audit log."
      done="The name was changed."
      name={name}
      onDone={() => router.refresh()}
    />
  )
}
