import { authorizeIn } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { AppError } from '@/lib/errors'
import { getSsa } from '@/lib/ssa/get'
import { revealSsa } from '@/lib/ssa/reveal'
import type { SsaId } from '@/lib/ssa/schema'
import { registerWithStatement } from './register'

/** What an installation needs to ask for tokens: its statement, and the client registered with it. */
export interface InstallationCredentials {
  ssa: string
  clientId: string
  clientSecret: string
}

/**
 * Registers an installation on its behalf with a live SSA of the organization, as it would by itself; the secret is
 * told this once. CONFLICT when the SSA is over or has no role `license`. Audited as the reveal and the registration.
 */
export async function registerFor(ctx: Ctx, { jti }: SsaId): Promise<InstallationCredentials> {
  authorizeIn(ctx, 'client:create')
  const { softwareId, softwareRoles } = await getSsa(ctx, { jti })
  if (!softwareRoles.includes('license')) {
    throw new AppError('CONFLICT', 'This SSA does not have the role license. Choose or create one that has.')
  }
  const { jwt: ssa } = await revealSsa(ctx, { jti })
  const name = `${softwareId} (configured in the portal)`.slice(0, LONGEST_NAME)
  const request = { client_name: name, redirect_uris: ctx.issuer, response_types: 'token' }
  const { client_id: clientId, client_secret: clientSecret } = await registerWithStatement(ctx, ssa, request)
  if (!clientSecret) {
    throw new AppError('CONFLICT', 'This SSA makes clients without a secret. Choose another one for Flex.')
  }
  return { ssa, clientId, clientSecret }
}

const LONGEST_NAME = 200
