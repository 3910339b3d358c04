'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { NameForm } from '@/components/ui/name-form'
import { organizationPath } from '@/lib/organizations/path'
import type { Result } from '@/lib/result'

interface Props {
  create: (input: { name: string }) => Promise<Result<{ id: string; name: string }>>
}

export function CreateForm({ create }: Props) {
  const router = useRouter()
  const [leaving, setLeaving] = useState(false)
  return (
    <NameForm
      action={create}
      autoComplete="organization"
      busy={leaving}
      button="Create organization"
      description="You can change it later."
      done={({ name }) => `${name} was created.`}
      onDone={({ id }) => {
        setLeaving(true)
        router.push(organizationPath(id, 'members'))
      }}
      primary
    />
  )
}
