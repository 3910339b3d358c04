import { CreateSsaButton, CreateSsaDialog } from '@/components/ssa/create/create-ssa'
import { SsaList } from '@/components/ssa/list/ssa-list'
import type { Result } from '@/lib/result'
import type { SsaOffer } from '@/lib/ssa/offer'
import type { IssueSsaInput } from '@/lib/ssa/schema'

interface Props {
  organizationId: string
  /** What a new SSA may be made of; null for those who may not create one. */
  offer: SsaOffer | null
  issue: (input: IssueSsaInput) => Promise<Result<{ jti: string; softwareId: string }>>
}

/** The SSAs of the organization, as everywhere. */
export function SsaTab({ organizationId, offer, issue }: Props) {
  return (
    <>
      <SsaList create={offer && <CreateSsaButton />} organizationId={organizationId} />
      {offer && <CreateSsaDialog issue={issue} offer={offer} organizationId={organizationId} />}
    </>
  )
}
