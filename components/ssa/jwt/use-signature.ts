'use client'

import { useEffect, useState } from 'react'
import { fetchJson, problemOfError, RequestError } from '@/components/ui/fetch-json'
import { ENDPOINTS } from '@/lib/endpoints'
import type { Problem, Result } from '@/lib/result'
import { checkSignature, type PublishedKey, type SignatureVerdict } from '@/lib/ssa/check-signature'

export type VerifyOnServer = (input: { jwt: string }) => Promise<Result<SignatureVerdict>>

export type SignatureState =
  | { kind: 'checking' }
  | { kind: 'checked'; where: 'browser' | 'server'; verdict: SignatureVerdict }
  | { kind: 'failed'; problem: Problem }

/** Checks the signature here, or on the server where the browser has no `crypto.subtle` (plain http). */
export function useSignature(jwt: string, verify: VerifyOnServer): SignatureState {
  const [state, setState] = useState<SignatureState>({ kind: 'checking' })
  useEffect(() => {
    const stop = new AbortController()
    setState({ kind: 'checking' })
    const where = window.isSecureContext ? 'browser' : 'server'
    const check = where === 'browser' ? inBrowser(jwt, stop.signal) : onServer(jwt, verify)
    check.then(
      verdict => !stop.signal.aborted && setState({ kind: 'checked', where, verdict }),
      error => !stop.signal.aborted && setState({ kind: 'failed', problem: problemOfError(error) }),
    )
    return () => stop.abort()
  }, [jwt, verify])
  return state
}

async function inBrowser(jwt: string, signal: AbortSignal): Promise<SignatureVerdict> {
  const { keys } = await fetchJson<{ keys: PublishedKey[] }>(ENDPOINTS.jwks, signal)
  return checkSignature(jwt, keys)
}

async function onServer(jwt: string, verify: VerifyOnServer): Promise<SignatureVerdict> {
  const result = await verify({ jwt })
  if (!result.ok) throw new RequestError(result.error)
  return result.data
}
