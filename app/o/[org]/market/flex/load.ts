import { ssaListUrl } from '@/components/ssa/paths'
import { may } from '@/lib/access/authorize'
import type { OrgCtx } from '@/lib/context'
import { prefetch } from '@/lib/http/prefetch'
import { currentLicense } from '@/lib/licenses/current'
import { earlierLicenses } from '@/lib/licenses/earlier'
import { licenseHistory } from '@/lib/licenses/history'
import { listInstallations } from '@/lib/licenses/installations'
import { otherLicenses } from '@/lib/licenses/other-products'
import { DEFAULT_PRODUCT } from '@/lib/licenses/products'
import { currentLicenseSchema, listInstallationsSchema } from '@/lib/licenses/schema'
import { getBilling } from '@/lib/orders/billing'
import { parseInput } from '@/lib/parse-input'
import { connectableSsas } from '@/lib/ssa/connectable'
import { listSsas } from '@/lib/ssa/list'
import { ssaOffer } from '@/lib/ssa/offer'
import { listSsasSchema } from '@/lib/ssa/schema'
import { getUsage } from '@/lib/usage/get'
import { listOtherUsages } from '@/lib/usage/list-others'

type Query = Record<string, string | string[] | undefined>

/** What the sections of the Flex page show, a line each. */
export async function loadFlex(ctx: OrgCtx, query: Query) {
  const { actor, organization, issuer } = ctx
  // First, as it stores what it finds expired: the others must read it so.
  const current = await currentLicense(ctx, currentLicenseSchema.parse({}))
  const powers = powersOf(actor)
  const [ssas, offer, events, others, connectable, latest, earlier, billing, usage, more] = await Promise.all(
    [
      prefetch(ssaListUrl(organization.id), query, asked => listSsas(ctx, parseInput(listSsasSchema, asked))),
      may(actor, 'ssa:issue') ? ssaOffer(ctx) : null,
      current.license ? licenseHistory(ctx, current.license) : [],
      otherLicenses(ctx),
      powers.connect ? connectableSsas(ctx) : null,
      listInstallations(ctx, listInstallationsSchema.parse({})),
      earlierLicenses(ctx),
      getBilling(ctx, { productCode: DEFAULT_PRODUCT }),
      getUsage(ctx, { productCode: DEFAULT_PRODUCT }),
      listOtherUsages(ctx),
    ],
  )
  return {
    organization,
    issuer,
    powers,
    ssas,
    offer,
    current,
    events,
    others,
    connectable,
    latest,
    earlier,
    billing,
    usage,
    usages: [usage, ...more],
  }
}

function powersOf(actor: OrgCtx['actor']) {
  return {
    key: may(actor, 'license:read-key'),
    act: may(actor, 'license:trial'),
    document: may(actor, 'license:document'),
    clients: may(actor, 'client:read'),
    report: may(actor, 'usage:report'),
    connect: may(actor, 'ssa:reveal') && may(actor, 'client:create'),
  }
}
