import { Group, Paper, Title } from '@mantine/core'
import { CreateSsaButton, CreateSsaDialog } from '@/components/ssa/create/create-ssa'
import { SsaList } from '@/components/ssa/list/ssa-list'
import { PageHeader } from '@/components/ui/page-header'
import type { Result } from '@/lib/result'
import type { SsaOffer } from '@/lib/ssa/offer'
import type { IssueSsaInput } from '@/lib/ssa/schema'
import classes from './flex-page.module.css'

interface Props {
  organizationId: string
  /** What a new SSA may be made of; null for those who may not create one. */
  offer: SsaOffer | null
  issue: (input: IssueSsaInput) => Promise<Result<{ jti: string; softwareId: string }>>
}

/** What an installation of Flex needs, first of all the SSA that its guides send people here for. */
export function FlexPage({ organizationId, offer, issue }: Props) {
  const create = offer && <CreateSsaButton />
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Market' }]}
        description="Give your Flex installation an SSA: it registers itself with it."
        title="Flex"
      />
      <Paper aria-labelledby="ssa-management" className={classes.card} component="section" p="md" withBorder>
        <Group justify="space-between" mb="sm" mih={36}>
          <Title id="ssa-management" order={2}>
            SSA Management
          </Title>
          <span className={classes.create}>{create}</span>
        </Group>
        <SsaList create={create} organizationId={organizationId} />
      </Paper>
      {offer && <CreateSsaDialog issue={issue} offer={offer} organizationId={organizationId} />}
    </>
  )
}
