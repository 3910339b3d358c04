import { stoppedByRevokeAll } from '@/lib/clients/stopped-by-revoke-all'
import { organizationRead } from '@/lib/http/read'

export const GET = organizationRead(stoppedByRevokeAll)
