'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useAction } from '@/components/ui/use-action'
import { EXACT_TOTAL } from '@/lib/page'
import type { Result } from '@/lib/result'
import type { RevokeAllSsasInput } from '@/lib/ssa/schema'
import { ssaListUrl } from '../paths'

interface Props {
  organization: { id: string; name: string }
  /** How many are live: at most one more than can be counted exactly. */
  live: number
  revokeAll: (input: RevokeAllSsasInput) => Promise<Result<{ revoked: number }>>
}

export function RevokeAll({ organization, live, revokeAll }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { run, pending, problem, clearProblem } = useAction(revokeAll, {
    invalidate: [ssaListUrl(organization.id)],
    done: ({ revoked }) => `${counted(revoked)} revoked.`,
    onDone: () => {
      setAsking(false)
      router.refresh()
    },
  })
  const ask = () => {
    clearProblem()
    setAsking(true)
  }
  return (
    <>
      <Button color="red" onClick={ask} variant="outline">
        Revoke All
      </Button>
      <ConfirmDialog
        confirm="Revoke All"
        onClose={() => setAsking(false)}
        onConfirm={confirmation => run({ confirmation })}
        opened={asking}
        pending={pending}
        problem={problem}
        title="Revoke all SSAs"
        typed={organization.name}
      >
        <strong>
          {live > EXACT_TOTAL ? `More than ${counted(EXACT_TOTAL)}` : counted(live)} will stop working
        </strong>{' '}
        at once. No software can register with {live === 1 ? 'it' : 'them'} any more; the clients registered
        with {live === 1 ? 'it' : 'them'} are disabled, and their tokens stop working. This cannot be undone.
      </ConfirmDialog>
    </>
  )
}

function counted(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'SSA' : 'SSAs'}`
}
