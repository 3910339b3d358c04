/** What the double answers to one request. */
export interface Answer {
  status: number
  body: object
  headers?: Record<string, string>
}

interface Kept {
  request: string
  answer: Answer
  requestId: string
}

const OTHER =
  'Keys for idempotent requests can only be used with the same parameters they were first used with.'

/**
 * Idempotency keys as Stripe honors them: the first answer under a key, a refusal too, is given to the same request again;
 * another request under that key is refused.
 */
export class OnceByKey {
  private readonly kept = new Map<string, Kept>()
  private count = 0

  answer(key: string, request: string, work: () => Answer): Answer {
    const known = key === '' ? undefined : this.kept.get(key)
    if (!known) return this.first(key, request, work())
    const { answer, requestId } = known
    if (known.request !== request) {
      return { status: 400, body: { error: { type: 'idempotency_error', message: OTHER } } }
    }
    return { ...answer, headers: { 'idempotent-replayed': 'true', 'original-request': requestId } }
  }

  private first(key: string, request: string, answer: Answer): Answer {
    this.count++
    const requestId = `req_${this.count}`
    if (key) this.kept.set(key, { request, answer: structuredClone(answer), requestId })
    return { ...answer, headers: { 'request-id': requestId } }
  }
}
