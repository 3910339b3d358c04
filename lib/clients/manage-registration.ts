import { record } from '@/lib/audit/record'
import type { Ctx } from '@/lib/context'
import { type ClientInformation, clientInformation } from './information'
import { asClient, findRegistered, type RegistrationAccess } from './registered'

/** What is registered (RFC 7592 §2.1), without the secret. */
export async function readRegistration(ctx: Ctx, access: RegistrationAccess): Promise<ClientInformation> {
  const client = await findRegistered(ctx, access)
  return clientInformation(ctx, client, { registrationToken: access.token })
}

/** Takes the client away (RFC 7592 §2.3): its secret and its tokens stop working at once. */
export async function deleteRegistration(ctx: Ctx, access: RegistrationAccess): Promise<void> {
  const client = await findRegistered(ctx, access)
  await ctx.db.$transaction(async tx => {
    const { count } = await tx.client.deleteMany({ where: { id: client.id } })
    // Of two deletions at once, one has nothing left to do.
    if (count === 0) return
    await record(tx, asClient(ctx, client), {
      action: 'client.delete',
      object: { type: 'client', id: client.id, name: client.name },
      organizationId: client.organizationId,
      before: { name: client.name, scopes: client.scopes },
    })
  })
}
