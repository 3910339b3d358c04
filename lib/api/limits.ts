import type { Ctx } from '@/lib/context'
import { leasedLimits } from '@/lib/limits/lease'

/** Takes a minute; an address may stand for fifty installations. */
const PER_MINUTE = 1200
const MESSAGE = 'Too many requests.'

/** What has a budget of its own. */
export type Budget = 'token' | 'register' | 'introspect' | 'api' | 'validate' | 'license' | 'credits'

/** One call of this kind from this address. Throws LIMIT. */
export function limitAddress(ctx: Ctx, budget: Budget): Promise<void> {
  return take(ctx, `${budget}:address:${network(ctx.address ?? 'unknown')}`)
}

/** One call of this kind by this client, known by its credentials. Throws LIMIT. */
export function limitClient(ctx: Ctx, budget: Budget, clientId: string): Promise<void> {
  return take(ctx, `${budget}:client:${clientId}`)
}

function take(ctx: Ctx, key: string): Promise<void> {
  return leasedLimits.take(ctx, { key, limit: PER_MINUTE, windowSeconds: 60, message: MESSAGE })
}

/** One host has a whole /64 of IPv6 addresses to call from. */
function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const middle = address.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...middle, ...right].slice(0, 4).join(':')
}
