'use client'

import { useEffect } from 'react'
import { DAY_SECONDS } from '@/lib/days'
import { LAST_ORGANIZATION_COOKIE } from './last-organization'

const YEAR = 365 * DAY_SECONDS

/** For the layout of an organization: the start page leads back to it next time. */
export function RememberOrganization({ id }: { id: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
    document.cookie = `${LAST_ORGANIZATION_COOKIE}=${encodeURIComponent(id)}; Path=/; Max-Age=${YEAR}; SameSite=Lax`
  }, [id])
  return null
}
