'use client'

import { TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { NameForm } from '@/components/ui/name-form'
import { Section } from '@/components/ui/section'
import type { Result } from '@/lib/result'

interface Props {
  name: string
  email: string | null
  action: (input: { name: string }) => Promise<Result<{ name: string }>>
}

export function ProfileForm({ name, email, action }: Props) {
  const router = useRouter()
  return (
    <Section id="profile" title="Profile">
      <NameForm
        action={action}
        autoComplete="name"
        button="Save name"
        description="Shown to the members of your organizations and in the audit log."
        done="Your name was changed."
        name={name}
        onDone={() => router.refresh()}
      >
        <TextInput
          description={email === null ? 'GitHub has told us no verified address.' : 'Verified.'}
          label="E-mail address"
          readOnly
          value={email ?? ''}
          variant="filled"
        />
      </NameForm>
    </Section>
  )
}
