import { redirect } from 'next/navigation'
import { organizationPage } from '@/lib/http/page'
import { organizationPath } from '@/lib/organizations/path'

export default async function OrganizationPage({ params }: PageProps<'/o/[org]'>) {
  const { org } = await params
  redirect(await organizationPage(org, async ctx => organizationPath(ctx.organization.id, 'market/ssa')))
}
