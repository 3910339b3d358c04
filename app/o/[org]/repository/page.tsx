import type { Metadata } from 'next'
import { z } from 'zod'
import { RepositoryPage } from '@/components/repositories/repository-page'
import { organizationPage } from '@/lib/http/page'
import { accessOf } from '@/lib/repositories/access'
import { currentRepository, gitHubPages } from '@/lib/repositories/current'
import { CONSENT_PROBLEMS } from '@/lib/repositories/schema'
import * as actions from './actions'

export const metadata: Metadata = { title: 'Repository' }

const told = z.object({ problem: z.enum(CONSENT_PROBLEMS).nullable().catch(null) })

export default async function Page({ params, searchParams }: PageProps<'/o/[org]/repository'>) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { problem } = told.parse(query)
  const { organization, repository, access } = await organizationPage(org, async ctx => {
    const { organization } = ctx
    const [repository, access] = await Promise.all([currentRepository(ctx, organization.id), accessOf(ctx)])
    return { organization, repository, access }
  })
  return (
    <RepositoryPage
      access={access}
      choose={actions.chooseAction.bind(null, org)}
      clear={actions.clearAction.bind(null, org)}
      connect={actions.connectAction.bind(null, org)}
      gitHub={gitHubPages()}
      organization={organization}
      problem={problem}
      removeAccess={actions.removeAccessAction.bind(null, org)}
      repository={repository}
    />
  )
}
