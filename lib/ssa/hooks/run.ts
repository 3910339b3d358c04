import { z } from 'zod'
import { record } from '@/lib/audit/record'
import { ssaConfiguration } from '@/lib/configuration/read'
import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { WireSsa } from '../wire'
import { HookPool } from './pool'
import type { HookName } from './worker'

/** The operator's extension module failed: a fault on our side, and nothing was changed. */
class HookError extends AppError {
  constructor(name: HookName) {
    super(
      'CONFLICT',
      `The extension module of this installation failed in "${name}". Its operator finds the reason in the log.`,
    )
  }
}

type JsonObject = Record<string, unknown>
/** A statement before it is signed. */
export interface Unsigned {
  header: JsonObject
  claims: JsonObject
}

const unsignedSchema = z.object({
  header: z.record(z.string(), z.unknown()),
  claims: z.record(z.string(), z.unknown()),
})

/** What a hook may not change: what the signature needs, and what the stored row says. */
const FIXED = { header: ['typ', 'alg', 'kid'], claims: ['iss', 'jti', 'org_id', 'iat', 'exp'] } as const
/** Characters of a statement with what a hook added. */
const LONGEST = 32_768

/**
 * `create(jwt, context)`, before signing: may add header fields and claims. Throws HookError, also when it changed what
 * it may not.
 */
export async function runCreateHook(ctx: Ctx, unsigned: Unsigned): Promise<Unsigned> {
  if (!hooks()) return unsigned
  return attempt(ctx, 'create', async () => {
    const changed = unsignedSchema.parse((await run(ctx, 'create', unsigned)) ?? unsigned)
    for (const part of ['header', 'claims'] as const) {
      const touched = FIXED[part].find(name => changed[part][name] !== unsigned[part][name])
      if (touched) throw new Error(`It changed "${touched}".`)
    }
    if (JSON.stringify(changed).length > LONGEST) throw new Error('It made the statement too long.')
    return changed
  })
}

/** `get(list, context)`: may change the list that a client is shown. Throws HookError. */
export async function runGetHook(ctx: Ctx, list: WireSsa[]): Promise<unknown[]> {
  if (!hooks()) return list
  return attempt(ctx, 'get', async () => z.array(z.unknown()).parse((await run(ctx, 'get', list)) ?? list))
}

/** `revoke(list, context)`, after the commit: a failure is logged and audited, and undoes nothing. */
export async function runRevokeHook(ctx: Ctx, list: WireSsa[]): Promise<void> {
  const [first] = list
  if (!hooks() || !first) return
  try {
    await attempt(ctx, 'revoke', () => run(ctx, 'revoke', list))
  } catch {
    await record(ctx.db, ctx, {
      action: 'ssa.hook-failed',
      object: { type: 'ssa', id: first.ssa.jti, name: first.ssa.software_id },
      organizationId: first.ssa.org_id,
      after: { hook: 'revoke', jtis: list.map(one => one.ssa.jti) },
    })
  }
}

/** Whether this installation has an extension module. */
export function hasHooks(): boolean {
  return env().WRIT_SSA_HOOKS !== undefined
}

let pool: HookPool | undefined

function hooks(): HookPool | undefined {
  const path = env().WRIT_SSA_HOOKS
  if (path) pool ??= new HookPool(path)
  return pool
}

/** What the hook made of the subject; null when it took its changes back by returning `false`, as in Janssen. */
async function run(ctx: Ctx, name: HookName, subject: unknown): Promise<unknown> {
  const outcome = await hooks()?.run({ name, subject, context: await contextOf(ctx) })
  if (!outcome || outcome.returned === false) return null
  return typeof outcome.returned === 'object' && outcome.returned !== null
    ? outcome.returned
    : outcome.subject
}

async function contextOf({ actor, organization, issuer, requestId, address, db }: Ctx) {
  const caller = { kind: actor.kind, id: actor.kind === 'client' ? actor.clientId : null, name: actor.name }
  return { caller, organization, issuer, requestId, address, configuration: await ssaConfiguration(db) }
}

async function attempt<T>(ctx: Ctx, name: HookName, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    log.error({ err: error, hook: name, requestId: ctx.requestId }, 'the extension module failed')
    throw new HookError(name)
  }
}
