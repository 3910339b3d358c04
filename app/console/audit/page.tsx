import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { AuditList } from '@/components/audit/audit-list'
import { ExportButton } from '@/components/ui/export-button'
import { PageHeader } from '@/components/ui/page-header'
import { listAllAudit } from '@/lib/audit/list-all'
import { listAuditSchema } from '@/lib/audit/schema'
import { staffPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { parseInput } from '@/lib/parse-input'

export const metadata: Metadata = { title: 'Audit log' }

const URL = '/api/portal/console/audit'

export default async function ConsoleAuditPage({ searchParams }: PageProps<'/console/audit'>) {
  const query = await searchParams
  const state = await staffPage(ctx =>
    prefetch(URL, query, asked => listAllAudit(ctx, parseInput(listAuditSchema, asked))),
  )
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        actions={<ExportButton url={URL} />}
        crumbs={[{ label: 'Console' }]}
        description="What was done in this installation, in every organization and outside any."
        title="Audit log"
      />
      <AuditList of="installation" url={URL} />
    </HydrationBoundary>
  )
}
