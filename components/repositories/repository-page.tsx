import { Alert, Stack, Text } from '@mantine/core'
import { Card } from '@/components/ui/card'
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

interface RepositoryPageProps extends RepositoryActions {
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
    <Card title="Link GitHub first">
      <Text mb="sm" size="sm">
        Repositories are chosen with the GitHub user that you sign in with. Your account has none yet.
      </Text>
      <LinkButton href="/account#methods">Go to sign-in methods</LinkButton>
    </Card>
  )
}

type Common = RepositoryActions & { repository: string | null; gitHub: string }

function Asking({ access, repository, gitHub, connect, clear }: Common & { access: AccessView }) {
  return (
    <Stack gap="md" maw={720}>
      {access.state === 'LOST' && (
        <Alert color="yellow" role="alert" title="GitHub does not accept the access any more">
          It was taken back there, or ran out. Allow it again to see the repositories of {access.login}.
        </Alert>
      )}
      <Card title="Let the portal see your repositories">
        <ConsentForm connect={connect} />
      </Card>
      {repository && (
        <Card title="Chosen">
          <ChosenRepository clear={clear} gitHub={gitHub} repository={repository} />
        </Card>
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
          <Card title="Chosen">
            <ChosenRepository clear={actions.clear} gitHub={gitHub} repository={repository} />
          </Card>
          <Card title="By name">
            <ByNameForm choose={actions.choose} />
          </Card>
          <Card title="Access">
            <Access access={access} connect={actions.connect} removeAccess={actions.removeAccess} />
          </Card>
        </>
      }
    >
      <Card title="Your repositories">
        <RepositoryList choose={actions.choose} chosen={repository} organizationId={organizationId} />
      </Card>
    </WithAside>
  )
}
