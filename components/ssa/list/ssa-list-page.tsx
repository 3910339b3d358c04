import { CreateHere } from '@/components/ui/create-here'
import { PageHeader } from '@/components/ui/page-header'
import type { Result } from '@/lib/result'
import type { SsaOffer } from '@/lib/ssa/offer'
import type { IssueSsaInput, RevokeAllSsasInput } from '@/lib/ssa/schema'
import { CreateSsaButton, CreateSsaDialog } from '../create/create-ssa'
import { RevokeAll } from './revoke-all'
import { SsaList } from './ssa-list'

interface Props {
  organization: { id: string; name: string }
  mayRevoke: boolean
  /** What a new SSA may be made of; null for those who may not create one. */
  offer: SsaOffer | null
  issue: (input: IssueSsaInput) => Promise<Result<{ jti: string; softwareId: string }>>
  revokeAll: (input: RevokeAllSsasInput) => Promise<Result<{ revoked: number }>>
}

export function SsaListPage({ organization, mayRevoke, offer, issue, revokeAll }: Props) {
  const create = offer && <CreateSsaButton />
  return (
    <>
      <PageHeader
        actions={
          <>
            {mayRevoke && <RevokeAll organization={organization} revokeAll={revokeAll} />}
            <CreateHere>{create}</CreateHere>
          </>
        }
        crumbs={[{ label: 'Market' }]}
        description="An SSA lets one installation register itself and get its license."
        title="SSA Management"
      />
      <SsaList create={create} organizationId={organization.id} />
      {offer && <CreateSsaDialog issue={issue} offer={offer} organizationId={organization.id} />}
    </>
  )
}
