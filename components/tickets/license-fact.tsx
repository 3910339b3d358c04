import { KIND_LABEL, STANDING_LABEL } from '@/components/licenses/status'
import { DateTime } from '@/components/ui/date-time'
import type { TicketLicense } from '@/lib/tickets/view'

/** An organization's license in one line: "Trial, 1,000 MAU: active, ends in 29 days". */
export function LicenseFact({ license }: { license: TicketLicense | null }) {
  if (!license) return 'None so far'
  const { kind, mauThreshold, validUntil, verdict } = license
  return (
    <>
      {KIND_LABEL[kind]}, {mauThreshold.toLocaleString('en')} MAU:{' '}
      {STANDING_LABEL[verdict.code].toLowerCase()}
      {verdict.valid && (
        <>
          , ends <DateTime at={validUntil} />
        </>
      )}
    </>
  )
}
