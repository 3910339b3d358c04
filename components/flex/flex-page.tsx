import { Stack } from '@mantine/core'
import { UsageSection, type UsageSectionProps } from '@/components/licenses/usage-section'
import { PlansSection, type PlansSectionProps } from '@/components/orders/plans-section'
import { PageHeader } from '@/components/ui/page-header'
import type { LicenseView } from '@/lib/licenses/view'
import { ConnectCard, type ConnectCardProps } from './connect/connect-card'
import { EarlierLicenses } from './earlier-licenses'
import { InstallationsCard, type InstallationsCardProps } from './installations/installations-card'
import { LicenseCard, type LicenseCardProps } from './license-card'
import { LicenseSummary } from './license-summary'
import { OtherLicenses, type OtherLicensesProps } from './other-licenses'
import { SsaManagement, type SsaManagementProps } from './ssa-management'

interface Props {
  ssa: SsaManagementProps
  license: LicenseCardProps
  plans: PlansSectionProps
  others: OtherLicensesProps
  connect: ConnectCardProps
  installations: InstallationsCardProps
  usage: UsageSectionProps
  earlier: LicenseView[]
}

/** What an installation of Flex needs, a card for each thing; the SSA first, as guides send people here for it. */
export function FlexPage({ ssa, license, plans, others, connect, installations, usage, earlier }: Props) {
  return (
    <>
      <PageHeader
        actions={<LicenseSummary current={license.current} period={license.period} />}
        crumbs={[{ label: 'Market' }]}
        description="The SSAs and the license of your Flex installations."
        title="Flex"
      />
      <Stack gap="md">
        <SsaManagement {...ssa} />
        <LicenseCard {...license} />
        <PlansSection {...plans} />
        <OtherLicenses {...others} />
        <ConnectCard {...connect} />
        <InstallationsCard {...installations} />
        <UsageSection {...usage} />
        <EarlierLicenses licenses={earlier} />
      </Stack>
    </>
  )
}
