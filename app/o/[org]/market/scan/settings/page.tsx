import type { Metadata } from 'next'
import { ScanPage } from '@/components/credits/scan-page'
import { SettingsTab } from '@/components/credits/settings-tab'
import { may } from '@/lib/access/authorize'
import { thresholdAction } from '../actions'
import { scanTab } from '../load'

export const metadata: Metadata = { title: 'SCAN: Settings' }

export default async function Page({ params }: PageProps<'/o/[org]/market/scan/settings'>) {
  const { org } = await params
  const { mayChange, ...tab } = await scanTab(org, async ctx => ({
    mayChange: may(ctx.actor, 'credits:threshold'),
  }))
  return (
    <ScanPage {...tab}>
      <SettingsTab account={tab.account} save={mayChange ? thresholdAction.bind(null, org) : null} />
    </ScanPage>
  )
}
