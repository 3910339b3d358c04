'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FieldErrors } from '@/lib/errors'
import type { Problem, Result } from '@/lib/result'
import { OFFLINE, problemOfError, RequestError } from './fetch-json'
import { goToSignIn } from './sign-in'
import { toastDone, toastProblem } from './toast'

/** What of an action is dealt with, and how; all of it is optional. */
export interface ActionOptions<T> {
  /** Puts a message beside its field and tells whether there is such a field; see `fieldsOf` for react-hook-form. */
  setFieldError?: (field: string, message: string) => boolean
  /** Portal reads whose rows the action changed, by URL. */
  invalidate?: string[]
  /** Said in a toast when it worked. */
  done?: string | ((data: T) => string)
  onDone?: (data: T) => void
  /** Where a refusal goes that belongs to no field: `problem`, for a `ProblemAlert` (default), or a toast. */
  refusal?: 'inline' | 'toast'
}

/** Runs a server action: waiting, refusals, field errors, an ended session and stale lists are dealt with here. */
export function useAction<Input, T>(
  action: (input: Input) => Promise<Result<T>>,
  options: ActionOptions<T> = {},
) {
  const queryClient = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const running = useRef(false)
  const mutation = useMutation({
    // An answer may hold a secret: the cache forgets it as soon as nothing shows it.
    gcTime: 0,
    mutationFn: async (input: Input) => unwrap(await answered(() => action(input))),
    onMutate: () => setProblem(null),
    onSuccess: async data => {
      const { done, invalidate = [], onDone } = options
      if (done) toastDone(typeof done === 'string' ? done : done(data))
      onDone?.(data)
      await Promise.all(invalidate.map(url => queryClient.invalidateQueries({ queryKey: [url] })))
    },
    onError: error => {
      const refused = withoutShownFields(problemOfError(error), options.setFieldError)
      if (refused?.code === 'UNAUTHENTICATED') return goToSignIn()
      if (refused && options.refusal === 'toast') return toastProblem(refused)
      setProblem(refused)
    },
    onSettled: () => {
      running.current = false
    },
  })
  // Two submits in a row come faster than the button can be disabled.
  const run = (input: Input) => {
    if (running.current) return
    running.current = true
    mutation.mutate(input)
  }
  return {
    run,
    pending: mutation.isPending,
    problem,
    clearProblem: () => setProblem(null),
    /** Drops the last answer from memory. */
    forget: mutation.reset,
  }
}

/** Only a lost connection makes calling an action throw: its own refusals are values. */
async function answered<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call()
  } catch {
    return { ok: false, error: OFFLINE }
  }
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new RequestError(result.error)
  return result.data
}

/** Null when every message found its field; else what is left to say. */
function withoutShownFields(
  problem: Problem,
  setFieldError: ((field: string, message: string) => boolean) | undefined,
): Problem | null {
  const left: FieldErrors = {}
  for (const [field, message] of Object.entries(problem.fields ?? {})) {
    if (!setFieldError?.(field, message)) left[field] = message
  }
  const messages = Object.values(left)
  if (problem.fields && messages.length === 0) return null
  return messages.length > 0 ? { ...problem, message: messages.join(' ') } : problem
}
