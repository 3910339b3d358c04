/** A request that pages are answering. */
interface Answering {
  /** Whether it failed because the database is away. */
  outage: boolean
}

/** By request id. The door asks and Next's bundle tells, each with its own copy of this module: the global is what they share. */
const slot: { writAnswering?: Map<string, Answering> } = globalThis as {
  writAnswering?: Map<string, Answering>
}
slot.writAnswering ??= new Map()
const answering = slot.writAnswering

/** From here on pages may say of this request that the database is away, until `endAnswer`. */
export function beginAnswer(requestId: string): Answering {
  const answer = { outage: false }
  answering.set(requestId, answer)
  return answer
}

export function endAnswer(requestId: string): void {
  answering.delete(requestId)
}

/** A page says that the database is away. False when another part of it has said so before. */
export function tellOutage(requestId: string): boolean {
  const answer = answering.get(requestId)
  if (answer?.outage) return false
  if (answer) answer.outage = true
  return true
}
