import { Alert, Stack, Text } from '@mantine/core'
import { DetailCard } from '@/components/ui/detail-card'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { WithAside } from '@/components/ui/with-aside'
import type { AccessView } from '@/lib/repositories/access'
import type { ConsentProblem as Problem } from '@/lib/repositories/schema'
import { Access } from './access'
import { ByNameForm } from './by-name-form'
import { ChosenRepository } from './chosen'
import { ConsentForm } from './consent-form'
import { ConsentProblem } from './consent-problem'
import { RepositoryList } from './repository-list'
import type { RepositoryActions } from './types'

export interface RepositoryPageProps extends RepositoryActions {
  organization: { id: string; name: string }
  /** The chosen one; undefined for people who do not sign in with GitHub. */
  repository: string | null | undefined
  access: AccessView
  problem: Problem | null
  /** Where GitHub's pages are. */
  gitHub: string
}

export function RepositoryPage({ organization, repository, access, problem, ...rest }: RepositoryPageProps) {
  return (
    <>
      <PageHeader
        description={`The GitHub repository that you work on in ${organization.name}. It stands in the top bar, for you alone.`}
        title="Repository"
      />
      <Stack gap="md">
        <ConsentProblem problem={problem} />
        {repository === undefined ? (
          <NotByGitHub />
        ) : access.state === 'GRANTED' ? (
          <Allowed {...rest} access={access} organizationId={organization.id} repository={repository} />
        ) : (
          <Asking {...rest} access={access} repository={repository} />
        )}
      </Stack>
    </>
  )
}

function NotByGitHub() {
  return (
    <DetailCard title="Link GitHub first">
      <Text mb="sm" size="sm">
        Repositories are chosen with the GitHub user that you sign in with. Your account has none yet.
      </Text>
      <LinkButton href="/account#methods">Go to sign-in methods</LinkButton>
    </DetailCard>
  )
}

type Common = RepositoryActions & { repository: string | null; gitHub: string }

function Asking({ access, repository, gitHub, connect, clear }: Common & { access: AccessView }) {
  return (
    <Stack gap="md" maw={720}>
      {access.state === 'LOST' && (
        <Alert color="yellow" role="alert" title="GitHub does not accept the access any more" variant="light">
          It was taken back there, or ran out. Allow it again to see the repositories of {access.login}.
        </Alert>
      )}
      <DetailCard title="Let the portal see your repositories">
        <ConsentForm connect={connect} />
      </DetailCard>
      {repository && (
        <DetailCard title="Chosen">
          <ChosenRepository clear={clear} gitHub={gitHub} repository={repository} />
        </DetailCard>
      )}
    </Stack>
  )
}

interface AllowedProps extends Common {
  organizationId: string
  access: Extract<AccessView, { state: 'GRANTED' }>
}

function Allowed({ organizationId, access, repository, gitHub, ...actions }: AllowedProps) {
  return (
    <WithAside
      aside={
        <>
          <DetailCard title="Chosen">
            <ChosenRepository clear={actions.clear} gitHub={gitHub} repository={repository} />
          </DetailCard>
          <DetailCard title="By name">
            <ByNameForm choose={actions.choose} />
          </DetailCard>
          <DetailCard title="Access">
            <Access access={access} connect={actions.connect} removeAccess={actions.removeAccess} />
          </DetailCard>
        </>
      }
    >
      <DetailCard title="Your repositories">
        <RepositoryList choose={actions.choose} chosen={repository} organizationId={organizationId} />
      </DetailCard>
    </WithAside>
  )
}
