import type { z } from 'zod'
import { ONE_YEAR, toLocalInput } from '@/components/ui/local-time'
import type { issueEnterpriseSchema } from '@/lib/licenses/schema'

export type IssueFields = z.input<typeof issueEnterpriseSchema>

/** What the form starts with: a year from now. MAU that are unknown stay empty, which the schema's words then mend. */
export function startingValues({
  org,
  mau,
  productCode,
}: {
  org: string
  mau: number | null
  productCode: string
}) {
  return {
    organizationId: org,
    productCode,
    fqdn: '',
    ...(mau !== null && { mauThreshold: mau }),
    validUntil: toLocalInput(ONE_YEAR.from(new Date())),
    customer: { company: '', email: '', firstName: '', lastName: '' },
    notes: '',
  }
}
