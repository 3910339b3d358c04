import { FlexClient, type Generation } from '@/e2e/support/flex-client'
import type { OrgCtx } from '@/lib/context'
import { DAY_SECONDS } from '@/lib/days'
import { issueSsa } from '@/lib/ssa/issue'
import { revealSsa } from '@/lib/ssa/reveal'
import { issueSsaSchema } from '@/lib/ssa/schema'
import type { World } from './context'
import type { Door } from './door'

/** What this portal calls itself. */
export const ISSUER = 'https://writ.test'

export const GENERATIONS: Generation[] = ['newest', 'cached', 'first']

type Send = (url: string, init: RequestInit) => Promise<Response>

/** Installed software that reaches the portal behind `door` under its own name, and whose clock is the portal's. */
export function flexAt(world: World, door: Door) {
  const send: Send = (url, init) => fetch(url.replace(ISSUER, door.url), init)
  return {
    send,
    install: (generation: Generation, around: { scanHost?: null; send?: Send } = {}): FlexClient =>
      new FlexClient({ send, now: () => world.clock.now(), scanHost: ISSUER, generation, ...around }),
    days: (count: number) => world.clock.pass(count * DAY_SECONDS),
  }
}

/** The file that somebody downloads in the portal, with the line break that an editor adds. */
export async function ssaFile(org: OrgCtx, fields: object = {}) {
  const input = { softwareId: crypto.randomUUID(), ...fields }
  const { jti } = await issueSsa(org, issueSsaSchema.parse(input))
  return { jti, file: `${(await revealSsa(org, { jti })).jwt}\n` }
}
