import { CreateSsaButton, CreateSsaDialog } from '@/components/ssa/create/create-ssa'
import { SsaList } from '@/components/ssa/list/ssa-list'
import { Card } from '@/components/ui/card'
import { CreateHere } from '@/components/ui/create-here'
import type { Result } from '@/lib/result'
import type { SsaOffer } from '@/lib/ssa/offer'
import type { IssueSsaInput } from '@/lib/ssa/schema'

export interface SsaManagementProps {
  organizationId: string
  /** What a new SSA may be made of; null for those who may not create one. */
  offer: SsaOffer | null
  issue: (input: IssueSsaInput) => Promise<Result<{ jti: string; softwareId: string }>>
}

/** The SSAs, here too: guides for Flex send people to this page for one. */
export function SsaManagement({ organizationId, offer, issue }: SsaManagementProps) {
  const create = offer && <CreateSsaButton />
  return (
    <Card actions={<CreateHere>{create}</CreateHere>} id="ssa-management" title="SSA Management">
      <SsaList create={create} organizationId={organizationId} />
      {offer && <CreateSsaDialog issue={issue} offer={offer} organizationId={organizationId} />}
    </Card>
  )
}
