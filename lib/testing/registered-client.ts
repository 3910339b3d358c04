import { randomUUID } from 'node:crypto'
import type { OrgCtx } from '@/lib/context'

interface Facts {
  name?: string
  createdAt?: Date
  expiresAt?: Date | null
  lastUsedAt?: Date | null
}

/** A client as registration with this statement leaves one, without the registration; resolves to its id. */
export async function registeredClient(
  { db, clock, organization }: OrgCtx,
  ssaJti: string,
  { name = 'Flex', ...dates }: Facts = {},
): Promise<string> {
  const data = {
    id: randomUUID(),
    organizationId: organization.id,
    kind: 'REGISTERED' as const,
    authMethod: 'CLIENT_SECRET_BASIC' as const,
    secretHash: randomUUID(),
    scopes: ['https://jans.io/oauth/jans-auth-server/config/adminui/license.readonly'],
    grantTypes: ['client_credentials'],
    createdAt: clock.now(),
    name,
    ssaJti,
    ...dates,
  }
  await db.client.create({ data })
  return data.id
}
