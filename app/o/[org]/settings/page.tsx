import type { Metadata } from 'next'
import { SettingsPage } from '@/components/organizations/settings-page'
import { may } from '@/lib/access/authorize'
import { organizationPage } from '@/lib/http/page'
import { getOrganization } from '@/lib/organizations/get'
import { renameAction } from './actions'

export const metadata: Metadata = { title: 'Settings' }

export default async function Page({ params }: PageProps<'/o/[org]/settings'>) {
  const { org } = await params
  const { organization, mayRename } = await organizationPage(org, async ctx => ({
    organization: await getOrganization(ctx),
    mayRename: may(ctx.actor, 'organization:rename'),
  }))
  return <SettingsPage organization={organization} rename={mayRename ? renameAction.bind(null, org) : null} />
}
