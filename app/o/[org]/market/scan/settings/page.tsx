import type { Metadata } from 'next'
import { ScanPage } from '@/components/credits/scan-page'
import { SettingsTab } from '@/components/credits/settings-tab'
import { may } from '@/lib/access/authorize'
import { thresholdAction } from '../actions'
import { scanTab } from '../load'

export const metadata: Metadata = { title: 'SCAN: Settings' }

export default async function Page({ params }: PageProps<'/o/[org]/market/scan/settings'>) {
  const { org } = await params
  const { organizationId, account, mayChange } = await scanTab(org, async ctx => ({
    mayChange: may(ctx.actor, 'credits:threshold'),
  }))
  return (
    <ScanPage account={account} organizationId={organizationId}>
      <SettingsTab account={account} save={mayChange ? thresholdAction.bind(null, org) : null} />
    </ScanPage>
  )
}
