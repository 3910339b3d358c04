'use server'

import { organizationAction } from '@/lib/http/action'
import { issueSsa } from '@/lib/ssa/issue'
import { revealSsa } from '@/lib/ssa/reveal'
import { revokeSsa } from '@/lib/ssa/revoke'
import { revokeAllSsas } from '@/lib/ssa/revoke-all'
import { issueSsaSchema, revokeAllSsasSchema, ssaIdSchema, verifySsaSchema } from '@/lib/ssa/schema'
import { verifySsa } from '@/lib/ssa/verify'

export const issueSsaAction = organizationAction(issueSsaSchema, issueSsa)
export const revealSsaAction = organizationAction(ssaIdSchema, revealSsa)
export const revokeSsaAction = organizationAction(ssaIdSchema, revokeSsa)
export const revokeAllSsasAction = organizationAction(revokeAllSsasSchema, revokeAllSsas)
export const verifySsaAction = organizationAction(verifySsaSchema, verifySsa)
