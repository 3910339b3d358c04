'use client'

import { useRouter } from 'next/navigation'
import { NameForm } from '@/components/ui/name-form'
import type { Result } from '@/lib/result'

interface Props {
  name: string
  rename: (input: { name: string }) => Promise<Result<{ name: string }>>
}

export function RenameForm({ name, rename }: Props) {
  const router = useRouter()
  return (
    <NameForm
      action={rename}
      autoComplete="organization"
      button="Save name"
      description="Shown to members, in invitations and in the audit log."
      done="The name was changed."
      name={name}
      onDone={() => router.refresh()}
    />
  )
}
