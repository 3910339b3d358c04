import type { Metadata } from 'next'
import { ConfigurationPage } from '@/components/console/configuration/configuration-page'
import { getSsaConfiguration } from '@/lib/configuration/get'
import { ssaConfigurationHistory } from '@/lib/configuration/history'
import { staffPage } from '@/lib/http/page'
import { ssaCheckTotals } from '@/lib/ssa/check-totals'
import { saveAction } from './actions'

export const metadata: Metadata = { title: 'Configuration' }

export default async function ConsoleConfigurationPage() {
  const read = await staffPage(async ctx => {
    const [configuration, history, checks] = await Promise.all([
      getSsaConfiguration(ctx),
      ssaConfigurationHistory(ctx),
      ssaCheckTotals(ctx),
    ])
    return { configuration, history, checks, issuer: ctx.issuer }
  })
  return <ConfigurationPage {...read} save={saveAction} />
}
