import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { composeMail } from '@/lib/email/layout'
import { queueMail } from '@/lib/email/queue'
import { managerAddresses } from '@/lib/organizations/member-addresses'
import { organizationPath } from '@/lib/organizations/path'
import { type LicenseNews, newsOf } from './news'

/** What a mail about a license tells of it. */
const FACTS = {
  key: true,
  kind: true,
  mauThreshold: true,
  validFrom: true,
  validUntil: true,
  fqdn: true,
  productCode: true,
  customerEmail: true,
  organizationId: true,
  organization: { select: { name: true } },
  product: { select: { name: true } },
} as const

interface Told {
  /** Of the license. */
  id: string
  news: LicenseNews
}

/**
 * Mails the customer what happened to a license, in the transaction of it: its owners and admins, and the address that
 * the license is made out to, each once.
 */
export async function mailCustomer(tx: Tx, ctx: Ctx, { id, news }: Told): Promise<void> {
  const { customerEmail, organizationId, organization, product, ...terms } =
    await tx.license.findUniqueOrThrow({
      where: { id },
      select: FACTS,
    })
  const license = { ...terms, organization: organization.name, product: product.name }
  const managers = await managerAddresses(tx, organizationId)
  const { subject, paragraphs } = newsOf(license, news)
  const url = `${ctx.issuer}${organizationPath(organizationId, 'market/flex')}`
  for (const to of managers) {
    const footnote = `You get this mail because you are an owner or admin of ${license.organization}.`
    await queueMail(
      tx,
      ctx,
      composeMail({ to, subject, paragraphs, action: { label: 'See the license', url }, footnote }),
    )
  }
  if (!isOther(customerEmail, managers)) return
  const footnote = `You get this mail because the license of ${license.organization} is made out to this address.`
  await queueMail(tx, ctx, composeMail({ to: customerEmail, subject, paragraphs, footnote }))
}

/** An address that no manager has. A trial has a word in its place, which is none. */
function isOther(customerEmail: string, managers: string[]): boolean {
  return customerEmail.includes('@') && !managers.includes(customerEmail.toLowerCase())
}
