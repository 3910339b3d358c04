import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Ctx, OrgCtx } from '@/lib/context'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import type { Result } from '@/lib/result'
import { accountCtx, organizationCtx, staffCtx, visitorCtx } from './context'
import { toProblem } from './problem'

type Verb<C extends Ctx, S extends z.ZodType, T> = (ctx: C, input: z.output<S>) => Promise<T>

/** A server action inside an organization: origin, session and membership checked, input parsed, errors as values. */
export function organizationAction<S extends z.ZodType, T>(schema: S, verb: Verb<OrgCtx, S, T>) {
  return (org: string, input: z.input<S>): Promise<Result<T>> =>
    answer(async () => verb(await organizationCtx(org), parseInput(schema, input)))
}

/** The same for a person's own account. */
export function accountAction<S extends z.ZodType, T>(schema: S, verb: Verb<Ctx, S, T>) {
  return (input: z.input<S>): Promise<Result<T>> =>
    answer(async () => verb(await accountCtx(), parseInput(schema, input)))
}

/** The same for people who are not signed in. */
export function visitorAction<S extends z.ZodType, T>(schema: S, verb: Verb<Ctx, S, T>) {
  return (input: z.input<S>): Promise<Result<T>> =>
    answer(async () => verb(await visitorCtx(), parseInput(schema, input)))
}

/** The same for staff, in the Console. */
export function staffAction<S extends z.ZodType, T>(schema: S, verb: Verb<Ctx, S, T>) {
  return (input: z.input<S>): Promise<Result<T>> =>
    answer(async () => verb(await staffCtx(), parseInput(schema, input)))
}

async function answer<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    await assertOwnOrigin()
    return { ok: true, data: await work() }
  } catch (error) {
    unstable_rethrow(error)
    return { ok: false, error: await toProblem(error) }
  }
}

/** Server actions are public POST endpoints; only our own pages may call them. */
async function assertOwnOrigin(): Promise<void> {
  if ((await headers()).get('origin') === new URL(env().WRIT_URL).origin) return
  throw new AppError('FORBIDDEN', `Open the portal at ${env().WRIT_URL} and try again.`)
}
