import { z } from 'zod'
import type { Ctx } from '@/lib/context'
import { env } from '@/lib/env'
import { type Limit, limitReached } from './take'

type LimitCtx = Pick<Ctx, 'pool' | 'clock' | 'secrets'>

/** What this process may still take of a window that all processes share. */
interface Lease {
  left: number
  endsAt: Date
}

/** The part of a limit that is leased at once: one write for each twentieth of it. */
const PORTIONS = 20
/** Leases kept in memory before those that are over are dropped. */
const MANY = 20_000

const LEASE = {
  name: 'lease-limit',
  text: `INSERT INTO rate_window AS w (key, ends_at, count) VALUES ($1, $2, $4)
         ON CONFLICT (key) DO UPDATE SET
           count = CASE WHEN w.ends_at <= $3 THEN $4 ELSE LEAST(w.count + $4, $5::int + $4) END,
           ends_at = CASE WHEN w.ends_at <= $3 THEN EXCLUDED.ends_at ELSE w.ends_at END
         RETURNING LEAST($4, GREATEST(0, $5::int + $4 - count)) AS granted, ends_at AS "endsAt"`,
}
const leaseSchema = z.object({ granted: z.int(), endsAt: z.date() })

/**
 * Limits for what happens often: a process leases takes in batches and counts them in memory, so that hardly a request
 * writes. Of several processes, one may be refused while another still holds some of its last batch.
 */
export class LeasedLimits {
  private readonly leases = new Map<string, Lease>()
  private readonly renewals = new Map<string, Promise<void>>()

  /** Takes one. Throws LIMIT with `retryAfter` in seconds. `WRIT_RATE_LIMITS=off` lets all pass. */
  async take(ctx: LimitCtx, limit: Limit): Promise<void> {
    if (env().WRIT_RATE_LIMITS === 'off') return
    const now = ctx.clock.now()
    for (;;) {
      const lease = this.leases.get(limit.key)
      if (lease && lease.endsAt > now && lease.left > 0) {
        lease.left -= 1
        return
      }
      if (lease && lease.endsAt > now && lease.left < 0)
        throw limitReached(limit.message, lease.endsAt.getTime() - now.getTime())
      await this.renewOnce(ctx, limit)
    }
  }

  /** Requests that come while a batch is asked for wait for that one. */
  private renewOnce(ctx: LimitCtx, limit: Limit): Promise<void> {
    const pending = this.renewals.get(limit.key)
    if (pending) return pending
    const renewal = this.renew(ctx, limit).finally(() => this.renewals.delete(limit.key))
    this.renewals.set(limit.key, renewal)
    return renewal
  }

  private async renew(ctx: LimitCtx, { key, limit, windowSeconds }: Limit): Promise<void> {
    const now = ctx.clock.now()
    const ends = new Date(now.getTime() + windowSeconds * 1000)
    const batch = Math.ceil(limit / PORTIONS)
    const hash = ctx.secrets.derive(`limit:${key}`)
    const { rows } = await ctx.pool.query({ ...LEASE, values: [hash, ends, now, batch, limit] })
    const { granted, endsAt } = leaseSchema.parse(rows[0])
    if (this.leases.size >= MANY) this.dropOver(now)
    // Below zero: nothing more is to be had in this window.
    this.leases.set(key, { left: granted || -1, endsAt })
  }

  private dropOver(now: Date): void {
    for (const [key, lease] of this.leases) if (lease.endsAt <= now) this.leases.delete(key)
    // All of them live: some thousand addresses a minute ask again rather than fill the memory.
    if (this.leases.size >= MANY) this.leases.clear()
  }
}

/** The leases of this process. */
export const leasedLimits = new LeasedLimits()
