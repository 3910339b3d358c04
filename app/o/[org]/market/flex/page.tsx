import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { FlexPage } from '@/components/flex/flex-page'
import { organizationPage } from '@/lib/http/page'
import { issueSsaAction, revealSsaAction } from '../ssa/actions'
import {
  registerForAction,
  reportMonthAction,
  signLicenseAction,
  startTrialAction,
  uploadMonthsAction,
} from './actions'
import { payLateAction } from './billing/actions'
import { loadFlex } from './load'

export const metadata: Metadata = { title: 'Flex' }

type Props = PageProps<'/o/[org]/market/flex'>

export default async function Page({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams])
  const { organization, issuer, powers, ...data } = await organizationPage(org, ctx => loadFlex(ctx, query))
  const { id: organizationId } = organization
  const { current, connectable } = data
  const sign = signLicenseAction.bind(null, org)
  const connecting = { reveal: revealSsaAction.bind(null, org), register: registerForAction.bind(null, org) }
  return (
    <HydrationBoundary state={data.ssas}>
      <FlexPage
        connect={{
          issuer,
          current,
          form: connectable && { issuer, organizationId, ssas: connectable, ...connecting },
        }}
        earlier={data.earlier}
        plans={{
          organizationId,
          billing: data.billing,
          usage: data.usage,
          payLate: payLateAction.bind(null, org),
        }}
        installations={{ organizationId, clients: powers.clients, latest: data.latest }}
        license={{
          organization,
          current,
          events: data.events,
          powers,
          period: data.billing.subscription,
          startTrial: startTrialAction.bind(null, org),
          sign,
        }}
        others={{ organizationId, others: data.others, powers, sign }}
        usage={{
          organizationId,
          usages: data.usages,
          actions: powers.report
            ? { report: reportMonthAction.bind(null, org), upload: uploadMonthsAction.bind(null, org) }
            : null,
        }}
        ssa={{ organizationId, offer: data.offer, issue: issueSsaAction.bind(null, org) }}
      />
    </HydrationBoundary>
  )
}
