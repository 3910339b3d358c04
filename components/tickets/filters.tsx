import { SelectFilter } from '@/components/ui/data-table'
import { optionsOf } from '@/components/ui/options'
import { KIND_LABEL, STATUS } from './status'

const KINDS = optionsOf(KIND_LABEL)

/** What both lists are narrowed by; `to` is who reads them. */
export function TicketFilters({ to }: { to: 'customer' | 'staff' }) {
  const states = Object.entries(STATUS[to]).map(([value, { label }]) => ({ value, label }))
  return (
    <>
      <SelectFilter unset="Any status" label="Status" name="status" options={states} />
      <SelectFilter unset="Any kind" label="Kind" name="kind" options={KINDS} />
    </>
  )
}
