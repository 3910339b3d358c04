import { Stack } from '@mantine/core'
import { PageHeader } from '@/components/ui/page-header'
import { ContactSales } from './contact-sales'
import { LicenseCard, type LicenseCardProps } from './license-card'
import { SsaManagement, type SsaManagementProps } from './ssa-management'

interface Props {
  ssa: SsaManagementProps
  license: LicenseCardProps
}

/** What an installation of Flex needs, a card for each thing; the SSA first, as guides send people here for it. */
export function FlexPage({ ssa, license }: Props) {
  return (
    <>
      <PageHeader
        actions={<ContactSales organizationId={ssa.organizationId} />}
        crumbs={[{ label: 'Market' }]}
        description="The SSAs and the license of your Flex installations."
        title="Flex"
      />
      <Stack gap="md">
        <SsaManagement {...ssa} />
        <LicenseCard {...license} />
      </Stack>
    </>
  )
}
