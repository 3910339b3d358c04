'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { counted } from '@/components/ui/counted'
import { tableKey } from '@/components/ui/data-table/query'
import { fetchJson } from '@/components/ui/fetch-json'
import { useAsking } from '@/components/ui/use-asking'
import type { StoppedByRevokeAll } from '@/lib/clients/stopped-by-revoke-all'
import type { Result } from '@/lib/result'
import type { RevokeAllSsasInput } from '@/lib/ssa/schema'
import { ssaLiveUrl, ssaReads } from '../paths'

interface Props {
  organization: { id: string; name: string }
  revokeAll: (input: RevokeAllSsasInput) => Promise<Result<{ revoked: number }>>
}

/** **Revoke All**, as long as anything is live. */
export function RevokeAll({ organization, revokeAll }: Props) {
  const { live, clients } = useLive(ssaLiveUrl(organization.id))
  const { run, ask, dialog } = useAsking(revokeAll, {
    invalidate: ssaReads(organization.id),
    done: ({ revoked }) => `${counted(revoked, 'SSA')} revoked.`,
  })
  if (live === 0) return null
  return (
    <>
      <Button color="red" onClick={ask} variant="outline">
        Revoke All
      </Button>
      <ConfirmDialog
        {...dialog}
        confirm="Revoke All"
        onConfirm={confirmation => run({ confirmation })}
        title="Revoke all SSAs"
        typed={organization.name}
      >
        <strong>{capitalized(counted(live, 'SSA'))} will stop working</strong> at once: no software can
        register with {live === 1 ? 'it' : 'them'} any more. <Clients count={clients} /> This cannot be
        undone.
      </ConfirmDialog>
    </>
  )
}

function Clients({ count }: { count: number }) {
  if (count === 0) return 'No client that works now is registered that way.'
  return (
    <>
      <strong>{capitalized(counted(count, 'client'))}</strong> registered that way{' '}
      {count === 1 ? 'is disabled, and its' : 'are disabled, and their'} tokens stop working.
    </>
  )
}

/** How many are live, with how many working clients, each at most one more than is counted exactly; 0 until known. */
function useLive(url: string): StoppedByRevokeAll {
  const { data } = useQuery({
    queryKey: tableKey(url, {}),
    queryFn: ({ signal }) => fetchJson<StoppedByRevokeAll>(url, signal),
  })
  return data ?? { live: 0, clients: 0 }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
