'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { tableKey } from '@/components/ui/data-table/query'
import { fetchJson } from '@/components/ui/fetch-json'
import { useAction } from '@/components/ui/use-action'
import { EXACT_TOTAL } from '@/lib/page'
import type { Result } from '@/lib/result'
import type { RevokeAllSsasInput } from '@/lib/ssa/schema'
import { ssaLiveUrl, ssaReads } from '../paths'

interface Props {
  organization: { id: string; name: string }
  revokeAll: (input: RevokeAllSsasInput) => Promise<Result<{ revoked: number }>>
}

/** **Revoke All**, as long as anything is live. */
export function RevokeAll({ organization, revokeAll }: Props) {
  const live = useLive(ssaLiveUrl(organization.id))
  const [asking, setAsking] = useState(false)
  const { run, pending, problem, clearProblem } = useAction(revokeAll, {
    invalidate: ssaReads(organization.id),
    done: ({ revoked }) => `${counted(revoked)} revoked.`,
    onDone: () => setAsking(false),
  })
  const ask = () => {
    clearProblem()
    setAsking(true)
  }
  if (live === 0) return null
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

/** How many are live, at most one more than is counted exactly; 0 until that is known. */
function useLive(url: string): number {
  const { data } = useQuery({
    queryKey: tableKey(url, {}),
    queryFn: ({ signal }) => fetchJson<{ live: number }>(url, signal),
  })
  return data?.live ?? 0
}

function counted(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'SSA' : 'SSAs'}`
}
