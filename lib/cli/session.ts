import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { pino } from 'pino'
import type { Ctx } from '@/lib/context'
import { hasDatabase } from '@/lib/database/embedded'
import { StartError } from '@/lib/database/start-error'
import { type Env, prepareEnv } from '@/lib/env'
import { contextOf } from '@/lib/runtime'
import { lastIssuer } from '@/lib/start/issuer'
import { openRuntime } from '@/lib/start/runtime'

/** Runs `work` as the operator at the shell, on the installation's database, and closes it again. */
export async function asOperator(work: (ctx: Ctx) => Promise<void>): Promise<void> {
  const env = prepareEnv()
  await assertPortal(env)
  const runtime = await openRuntime(env, pino({ level: 'warn', base: null }, pino.destination(2)))
  // A command run without PORT or WRIT_URL means the server that runs, not the default address.
  const issuer = env.addressGiven ? env.WRIT_URL : ((await lastIssuer(runtime.db)) ?? env.WRIT_URL)
  try {
    await work({
      ...contextOf({ ...runtime, issuer }, { requestId: randomUUID(), address: null }),
      actor: { kind: 'system', name: `shell:${shellUser()}` },
      organization: null,
    })
  } finally {
    await runtime.close()
  }
}

/** A mistyped WRIT_DATA is told, and does not become a second portal with nothing in it. */
async function assertPortal({ DATABASE_URL, WRIT_DATA }: Env): Promise<void> {
  if (DATABASE_URL || (await hasDatabase(WRIT_DATA))) return
  throw new StartError(
    `There is no portal in ${WRIT_DATA}. Set WRIT_DATA or DATABASE_URL as for the server; if it has never run, run npm start first.`,
  )
}

/** A user id without a name in the password file has no user info. */
function shellUser(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

/** One result a line, or JSON for programs. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
