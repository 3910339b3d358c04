import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { AuditList } from '@/components/audit/audit-list'
import { ExportButton } from '@/components/ui/export-button'
import { PageHeader } from '@/components/ui/page-header'
import { listAudit } from '@/lib/audit/list'
import { listAuditSchema } from '@/lib/audit/schema'
import { organizationPage } from '@/lib/http/page'
import { prefetch } from '@/lib/http/prefetch'
import { organizationPath } from '@/lib/organizations/path'
import { parseInput } from '@/lib/parse-input'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage({ params, searchParams }: PageProps<'/o/[org]/audit'>) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { url, state } = await organizationPage(org, async ctx => {
    const url = `/api/portal${organizationPath(ctx.organization.id, 'audit')}`
    const state = await prefetch(url, query, asked => listAudit(ctx, parseInput(listAuditSchema, asked)))
    return { url, state }
  })
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        actions={<ExportButton url={url} />}
        description="What was done in this organization, by whom and when. Nobody can change an entry."
        title="Audit log"
      />
      <AuditList of="organization" url={url} />
    </HydrationBoundary>
  )
}
