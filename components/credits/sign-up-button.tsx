'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { ProblemAlert } from '@/components/ui/problem-alert'
import { useAction } from '@/components/ui/use-action'
import { FREE_CREDITS } from '@/lib/credits/terms'
import type { Result } from '@/lib/result'

export function SignUpButton({
  signUp,
}: {
  signUp: (input: Record<string, never>) => Promise<Result<unknown>>
}) {
  const router = useRouter()
  const { run, pending, problem } = useAction(signUp, {
    done: `Signed up: you have ${FREE_CREDITS} credits.`,
    onDone: () => router.refresh(),
  })
  return (
    <>
      <ProblemAlert problem={problem} />
      <div>
        <Button loading={pending} onClick={() => run({})}>
          Sign up
        </Button>
      </div>
    </>
  )
}
