import { Timeline } from '@/components/ui/timeline'
import type { SsaEvent } from '@/lib/ssa/history'

/** Audited actions in the words of this page; a new one shows under its own name. */
const SAID: Record<string, string> = {
  'ssa.issue': 'Created',
  'ssa.reveal': 'JWT shown',
  'ssa.use': 'Used',
  'ssa.revoke': 'Revoked',
}

/** What was done to the SSA, newest first. */
export function SsaHistory({ events }: { events: SsaEvent[] }) {
  return <Timeline events={events} said={({ action }) => SAID[action] ?? action} />
}
