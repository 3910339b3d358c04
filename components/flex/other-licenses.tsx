import { Group } from '@mantine/core'
import { LicenseRows } from '@/components/licenses/license-rows'
import { Card } from '@/components/ui/card'
import type { CurrentLicense } from '@/lib/licenses/current'
import type { LicenseView } from '@/lib/licenses/view'
import { ContactSales } from './contact-sales'
import { DocumentButton } from './document-button'
import type { LicenseActions, LicensePowers } from './license-card'

export interface OtherLicensesProps extends Pick<LicenseActions, 'sign'> {
  organizationId: string
  others: CurrentLicense[]
  powers: LicensePowers
}

/** A card for each other product that the organization has a license of, and for each host where that matters. */
export function OtherLicenses({ organizationId, others, powers, sign }: OtherLicensesProps) {
  return others.map(current => {
    const { license } = current
    if (!license) return null
    return (
      <Card id={`license-${license.id}`} key={license.id} title={titleOf(license)}>
        <LicenseRows current={current} keyShown={powers.key} organizationId={organizationId} />
        {powers.act && (
          <Group gap="xs" mt="md">
            <ContactSales organizationId={organizationId} productCode={license.productCode} />
            {powers.document && license.verdict.valid && <DocumentButton {...license} sign={sign} />}
          </Group>
        )}
      </Card>
    )
  })
}

function titleOf({ productName, fqdn }: LicenseView): string {
  return fqdn ? `${productName}: ${fqdn}` : productName
}
