import { Alert } from '@mantine/core'
import { CONSENT_SECONDS } from '@/lib/repositories/consent'
import type { ConsentProblem as Problem } from '@/lib/repositories/schema'
import { lifetimeInWords } from '@/lib/ssa/lifetime'

const SAID: Record<Problem, { title: string; text: string }> = {
  DENIED: {
    title: 'GitHub was told no',
    text: 'You pressed Cancel at GitHub, so nothing changed. You can allow it whenever you like.',
  },
  STALE: {
    title: 'That took too long, or came from elsewhere',
    text: `What GitHub sent back does not belong to anything started here in the last ${lifetimeInWords(CONSENT_SECONDS)}. Start again.`,
  },
  OTHER_USER: {
    title: 'Another GitHub user allowed it',
    text: 'At GitHub this browser is signed in as somebody else than the user of your account. Sign in there as yourself, then start again. Nothing was kept.',
  },
  FAILED: {
    title: 'GitHub gave no access',
    text: 'GitHub did not go along, or could not be reached. Start again in a moment.',
  },
}

/** Why the last trip to GitHub was for nothing. */
export function ConsentProblem({ problem }: { problem: Problem | null }) {
  if (!problem) return null
  const { title, text } = SAID[problem]
  return (
    <Alert color="red" role="alert" title={title}>
      {text}
    </Alert>
  )
}
