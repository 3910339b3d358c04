import type { Ctx } from '@/lib/context'

/** Who an entry of the ledger names. */
export function entryActor({ actor }: Ctx) {
  const actorId =
    actor.kind === 'client' ? actor.clientId : actor.kind === 'system' ? actor.name : actor.accountId
  return { actorKind: actor.kind, actorId, actorName: actor.name }
}

/** How the audit log names the credits of an organization. */
export function auditedCredits({ id, name }: { id: string; name: string }) {
  return { type: 'credits', id, name }
}
