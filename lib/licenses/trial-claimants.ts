import type { OrgCtx } from '@/lib/context'
import type { Claimants } from './trial-claims'

/** Who takes the trial that is asked for: the person who asks; behind a machine, whoever issued its statement. */
export async function claimantsOf(ctx: OrgCtx): Promise<Claimants> {
  const organizationId = ctx.organization.id
  switch (ctx.actor.kind) {
    case 'user':
      return { organizationId, accountId: ctx.actor.accountId }
    case 'client':
      return { organizationId, accountId: await personBehind(ctx, ctx.actor.clientId) }
    default:
      return { organizationId, accountId: null }
  }
}

const CREATOR = { createdById: true, organizationId: true } as const

/** An external organization takes its trial by itself; so does one whose statement no person had issued. */
async function personBehind(ctx: OrgCtx, clientId: string): Promise<string | null> {
  const client = await ctx.db.client.findUnique({
    where: { id: clientId },
    select: {
      ...CREATOR,
      organization: { select: { kind: true } },
      ssa: { select: { issuedById: true, issuedByClient: true } },
    },
  })
  if (!client || client.organization?.kind === 'EXTERNAL') return null
  if (!client.ssa) return creator(client)
  return client.ssa.issuedById ?? (await makerOf(ctx, client.ssa.issuedByClient))
}

/** The person who made the API client that a statement came from. */
async function makerOf(ctx: OrgCtx, clientId: string | null): Promise<string | null> {
  if (clientId === null) return null
  const client = await ctx.db.client.findUnique({ where: { id: clientId }, select: CREATOR })
  return client && creator(client)
}

/** Making a platform client is an operator's work, and costs them no trial. */
function creator(client: { createdById: string | null; organizationId: string | null }): string | null {
  return client.organizationId === null ? null : client.createdById
}
