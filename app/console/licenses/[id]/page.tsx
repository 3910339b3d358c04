import type { Metadata } from 'next'
import { cache } from 'react'
import { LicensePage } from '@/components/licenses/detail/license-page'
import { may } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { staffPage } from '@/lib/http/page'
import { getLicense } from '@/lib/licenses/get'
import { staffLicenseHistory } from '@/lib/licenses/history'
import { licenseIdSchema } from '@/lib/licenses/schema'
import { licenseSurroundings } from '@/lib/licenses/surroundings'
import { getUsageForStaff } from '@/lib/usage/get-for-staff'
import * as actions from '../actions'

type Props = PageProps<'/console/licenses/[id]'>

/** Once per request: the title and the page both want it. */
const read = cache((id: string) => staffPage(ctx => load(ctx, id)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { license } = await read((await params).id)
  return { title: `License ${license.key}` }
}

export default async function ConsoleLicensePage({ params }: Props) {
  return (
    <LicensePage
      {...(await read((await params).id))}
      change={actions.changeAction}
      resume={actions.resumeAction}
      revoke={actions.revokeAction}
      suspend={actions.suspendAction}
    />
  )
}

async function load(ctx: Ctx, given: string) {
  const id = licenseIdSchema.safeParse({ id: given })
  if (!id.success) throw notFound('This license')
  const license = await getLicense(ctx, id.data)
  const [events, surroundings, usage] = await Promise.all([
    staffLicenseHistory(ctx, id.data),
    licenseSurroundings(ctx, id.data),
    getUsageForStaff(ctx, license),
  ])
  return { license, events, surroundings, usage, maySell: may(ctx.actor, 'license:change') }
}
