import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { OrganizationList } from '@/components/console/organization-list'
import { PageHeader } from '@/components/ui/page-header'
import { staffPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { listAllOrganizations } from '@/lib/organizations/list-all'
import { listOrganizationsSchema } from '@/lib/organizations/list-all-schema'
import { parseInput } from '@/lib/parse-input'

export const metadata: Metadata = { title: 'Organizations' }

const URL = '/api/portal/console/organizations'

export default async function ConsoleOrganizationsPage({
  searchParams,
}: PageProps<'/console/organizations'>) {
  const query = await searchParams
  const state = await staffPage(ctx =>
    prefetch(URL, query, asked => listAllOrganizations(ctx, parseInput(listOrganizationsSchema, asked))),
  )
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        crumbs={[{ label: 'Console' }]}
        description="Every organization of this installation, whoever made it."
        title="Organizations"
      />
      <OrganizationList url={URL} />
    </HydrationBoundary>
  )
}
