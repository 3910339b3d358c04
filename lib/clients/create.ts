import { randomUUID } from 'node:crypto'
import { authorize } from '@/lib/access/authorize'
import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { invalidField } from '@/lib/errors'
import { newToken, tokenHash } from '@/lib/secrets'
import { grantableScopes } from './grantable-scopes'
import type { CreateClientInput } from './schema'
import { type ClientView, tenantOf, VIEW_SELECT, viewOf } from './view'

export const SECRET_PREFIX = 'writ_cs_'

/** A client and its secret, which is shown this once. */
export interface ClientWithSecret {
  client: ClientView
  secret: string
}

/** Makes an API client of the organization, or of the platform. INVALID (`scopes`) beyond the maker's own rights. */
export async function createClient(ctx: Ctx, { name, scopes }: CreateClientInput): Promise<ClientWithSecret> {
  authorize(ctx, 'client:create')
  assertGrantable(ctx, scopes)
  const secret = newToken(SECRET_PREFIX)
  const createdAt = ctx.clock.now()
  const row = await ctx.db.$transaction(async tx => {
    const made = await tx.client.create({
      data: {
        ...tenantOf(ctx),
        id: randomUUID(),
        kind: 'API',
        name,
        authMethod: 'CLIENT_SECRET_BASIC',
        secretHash: tokenHash(secret),
        scopes,
        grantTypes: ['client_credentials'],
        createdById: ctx.actor.kind === 'user' || ctx.actor.kind === 'staff' ? ctx.actor.accountId : null,
        createdAt,
      },
      select: VIEW_SELECT,
    })
    await record(tx, ctx, {
      action: 'client.create',
      object: { type: 'client', id: made.id, name },
      after: { name, scopes },
    })
    return made
  })
  return { client: viewOf(row, createdAt), secret }
}

/** Operators give any scope; members only what they may do themselves. */
function assertGrantable({ actor }: Ctx, scopes: string[]): void {
  if (actor.kind === 'staff' || actor.kind === 'system') return
  const grantable: string[] = grantableScopes(actor)
  const beyond = scopes.find(scope => !grantable.includes(scope))
  if (beyond !== undefined) throw invalidField('scopes', `You may not give the scope ${beyond} to a client.`)
}
