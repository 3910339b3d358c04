import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

export interface Limit {
  /** What is counted and for whom, such as `sign-in-link:ada@example.org`. Only a keyed hash of it is stored. */
  key: string
  /** Takes that one window holds. */
  limit: number
  windowSeconds: number
  /** The refusal, before the sentence that says when to try again. */
  message: string
}

/**
 * Takes one from a limit that every process shares: one statement, whatever happens afterwards.
 * A window opens with its first take. Throws LIMIT with `retryAfter` in seconds. `WRIT_RATE_LIMITS=off` lets all pass.
 */
export async function takeFromLimit(
  ctx: Pick<Ctx, 'db' | 'clock' | 'secrets'>,
  { key, limit, windowSeconds, message }: Limit,
): Promise<void> {
  if (env().WRIT_RATE_LIMITS === 'off') return
  const now = ctx.clock.now()
  const ends = new Date(now.getTime() + windowSeconds * 1000)
  const hash = ctx.secrets.derive(`limit:${key}`)
  const rows = await ctx.db.$queryRaw<{ count: number; ends_at: Date }[]>`
    INSERT INTO rate_window AS w (key, ends_at, count) VALUES (${hash}, ${ends}, 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN w.ends_at <= ${now} THEN 1 ELSE LEAST(w.count + 1, ${limit + 1}) END,
      ends_at = CASE WHEN w.ends_at <= ${now} THEN ${ends} ELSE w.ends_at END
    RETURNING count, ends_at`
  const window = rows[0]
  if (!window || window.count <= limit) return
  throw limitReached(message, window.ends_at.getTime() - now.getTime())
}

/** The refusal of a limit whose window is over in so many milliseconds. */
export function limitReached(message: string, milliseconds: number): AppError {
  const retryAfter = Math.max(1, Math.ceil(milliseconds / 1000))
  return new AppError('LIMIT', `${message} Try again in ${inWords(retryAfter)}.`, { retryAfter })
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
