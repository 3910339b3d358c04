import type { Metadata } from 'next'
import { ConfigurationPage } from '@/components/console/configuration/configuration-page'
import { getSsaConfiguration } from '@/lib/configuration/get'
import { ssaConfigurationHistory } from '@/lib/configuration/history'
import { staffPage } from '@/lib/http/page'
import { ssaCheckTotals } from '@/lib/ssa/check-totals'
import { saveAction } from './actions'

export const metadata: Metadata = { title: 'Configuration' }

export default async function ConsoleConfigurationPage() {
  const read = await staffPage(async ctx => ({
    configuration: await getSsaConfiguration(ctx),
    history: await ssaConfigurationHistory(ctx),
    checks: await ssaCheckTotals(ctx),
    issuer: ctx.issuer,
  }))
  return <ConfigurationPage {...read} save={saveAction} />
}
