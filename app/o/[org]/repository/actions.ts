'use server'

import { z } from 'zod'
import { keepConsent } from '@/app/consent-cookie'
import { organizationAction } from '@/lib/http/action'
import { chooseRepository, clearRepository } from '@/lib/repositories/choose'
import { removeAccess } from '@/lib/repositories/remove-access'
import { chooseRepositorySchema, startConsentSchema } from '@/lib/repositories/schema'
import { startConsent } from '@/lib/repositories/start-consent'

export const connectAction = organizationAction(startConsentSchema, async (ctx, input) => {
  const { url, sealed } = await startConsent(ctx, input)
  await keepConsent(sealed)
  return { url }
})
export const chooseAction = organizationAction(chooseRepositorySchema, chooseRepository)
export const clearAction = organizationAction(z.object({}), clearRepository)
export const removeAccessAction = organizationAction(z.object({}), removeAccess)
