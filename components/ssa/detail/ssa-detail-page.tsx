import { Text } from '@mantine/core'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { WithAside } from '@/components/ui/with-aside'
import type { ClientsOfSsa } from '@/lib/clients/of-ssa'
import type { Result } from '@/lib/result'
import type { SignatureVerdict } from '@/lib/ssa/check-signature'
import { jwtFileName } from '@/lib/ssa/file-name'
import type { SsaDetails } from '@/lib/ssa/get'
import type { SsaEvent } from '@/lib/ssa/history'
import { JwtSection } from '../jwt/jwt-section'
import { ssaPath, ssaReads } from '../paths'
import { RegisteredClients } from './clients'
import { DetailRows } from './detail-rows'
import { ENDED } from './ended'
import { SsaHistory } from './history'
import { RevokeSsa } from './revoke-ssa'

interface SsaDetailPageProps {
  organization: { id: string; name: string }
  ssa: SsaDetails
  events: SsaEvent[]
  /** What registered with it; null for those who may not see clients. */
  clients: ClientsOfSsa | null
  may: { issue: boolean; reveal: boolean; revoke: boolean }
  reveal: () => Promise<Result<{ jwt: string }>>
  revoke: () => Promise<Result<unknown>>
  verify: (input: { jwt: string }) => Promise<Result<SignatureVerdict>>
}

export function SsaDetailPage(props: SsaDetailPageProps) {
  const { organization, ssa, events, clients, may, revoke } = props
  const list = ssaPath(organization.id)
  const live = ssa.status === 'ACTIVE'
  return (
    <>
      <PageHeader
        actions={
          <>
            {live && may.revoke && (
              <RevokeSsa
                clients={clients}
                reads={ssaReads(organization.id)}
                revoke={revoke}
                softwareId={ssa.softwareId}
              />
            )}
            <LinkButton href={list} variant="default">
              Close
            </LinkButton>
          </>
        }
        crumbs={[{ label: 'Market' }, { label: 'SSA Management', href: list }]}
        title={ssa.softwareId}
      />
      <WithAside
        aside={
          <Card title="History">
            <SsaHistory events={events} />
          </Card>
        }
      >
        <Jwt {...props} />
        <Card title="Details">
          <DetailRows organization={organization} ssa={ssa} />
        </Card>
        {clients && <RegisteredClients clients={clients} organizationId={organization.id} ssa={ssa} />}
      </WithAside>
    </>
  )
}

function Jwt({ ssa, may, organization, reveal, verify }: SsaDetailPageProps) {
  if (ssa.status !== 'ACTIVE') {
    return (
      <Card title="JWT">
        <Text size="sm">{ENDED[ssa.status]}</Text>
        {may.issue && (
          <LinkButton href={`${ssaPath(organization.id)}?create=1`} mt="sm" variant="default">
            Create New SSA
          </LinkButton>
        )}
      </Card>
    )
  }
  if (!may.reveal) {
    return (
      <Card title="JWT">
        <Text size="sm">
          Owners and admins of {organization.name} can show the JWT. Ask one of them for it.
        </Text>
      </Card>
    )
  }
  return <JwtSection fileName={jwtFileName(ssa)} reveal={reveal} verify={verify} />
}
