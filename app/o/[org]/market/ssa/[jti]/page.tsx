import type { Metadata } from 'next'
import { cache } from 'react'
import { SsaDetailPage } from '@/components/ssa/detail/ssa-detail-page'
import { may } from '@/lib/access/authorize'
import { clientsOfSsa } from '@/lib/clients/of-ssa'
import type { OrgCtx } from '@/lib/context'
import { notFound } from '@/lib/errors'
import { organizationPage } from '@/lib/http/page'
import { getSsa } from '@/lib/ssa/get'
import { ssaHistory } from '@/lib/ssa/history'
import { ssaIdSchema } from '@/lib/ssa/schema'
import { revealSsaAction, revokeSsaAction, verifySsaAction } from '../actions'

type Props = PageProps<'/o/[org]/market/ssa/[jti]'>

/** Once per request: the title and the page both want it. */
const read = cache((org: string, jti: string) => organizationPage(org, ctx => load(ctx, jti)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, jti } = await params
  const { ssa } = await read(org, jti)
  return { title: ssa.softwareId }
}

export default async function Page({ params }: Props) {
  const { org, jti } = await params
  const { organization, may, ssa, events, clients } = await read(org, jti)
  const id = { jti: ssa.jti }
  return (
    <SsaDetailPage
      clients={clients}
      events={events}
      may={may}
      organization={organization}
      reveal={revealSsaAction.bind(null, org, id)}
      revoke={revokeSsaAction.bind(null, org, id)}
      ssa={ssa}
      verify={verifySsaAction.bind(null, org)}
    />
  )
}

async function load(ctx: OrgCtx, jti: string) {
  const id = ssaIdSchema.safeParse({ jti })
  if (!id.success) throw notFound('This SSA')
  const { actor, organization } = ctx
  const [ssa, events, clients] = await Promise.all([
    getSsa(ctx, id.data),
    ssaHistory(ctx, id.data),
    may(actor, 'client:read') ? clientsOfSsa(ctx, id.data) : null,
  ])
  return { organization, ssa, events, clients, may: mayDo(actor) }
}

function mayDo(actor: OrgCtx['actor']) {
  return {
    issue: may(actor, 'ssa:issue'),
    reveal: may(actor, 'ssa:reveal'),
    revoke: may(actor, 'ssa:revoke'),
  }
}
