interface Reason {
  /** The HTTP status of the credits API. */
  status: 400 | 401 | 402 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503
  /** What it means, for documents. */
  meaning: string
}

/** Why the credits API refuses: the door, the OpenAPI document and the guide share this one table. */
export const REASONS = {
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    meaning: 'The header `Idempotency-Key` is missing, or is not 1 to 255 visible ASCII characters.',
  },
  INVALID_TOKEN: { status: 401, meaning: 'No access token, or one that does not work any more.' },
  INSUFFICIENT_CREDITS: {
    status: 402,
    meaning: 'The organization has fewer credits than this costs. Nothing was debited.',
  },
  INSUFFICIENT_SCOPE: { status: 403, meaning: 'The client lacks the scope `writ:credits`.' },
  PLATFORM_ONLY: { status: 403, meaning: 'The client belongs to an organization. Use a platform client.' },
  NOT_FOUND: { status: 404, meaning: 'There is no such endpoint.' },
  UNKNOWN_ORGANIZATION: { status: 404, meaning: 'No organization has this `org_id`.' },
  UNKNOWN_PRODUCT: { status: 404, meaning: 'No SCAN product has this code.' },
  WRONG_METHOD: {
    status: 405,
    meaning: 'The path is known, but not with this verb; `Allow` has those that it answers.',
  },
  NOT_SIGNED_UP: { status: 409, meaning: 'The organization has not signed up for SCAN.' },
  PRODUCT_INACTIVE: { status: 409, meaning: 'The product is not offered any more.' },
  CONFLICT: { status: 409, meaning: 'Something else happened at the same moment. Ask again.' },
  TOO_LARGE: { status: 413, meaning: 'The body is larger than 128 kB.' },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    meaning: 'The key was used for a debit that asked for something else. Take a new key.',
  },
  INVALID_REQUEST: { status: 422, meaning: 'A member is missing or cannot be; the message names it.' },
  RATE_LIMITED: {
    status: 429,
    meaning: 'Too many requests from this client or address; `Retry-After` says when to try again.',
  },
  SERVER_ERROR: { status: 500, meaning: 'A fault on our side. Try again with the same key.' },
  TEMPORARILY_UNAVAILABLE: {
    status: 503,
    meaning: 'The database cannot be reached. Try again with the same key.',
  },
} as const satisfies Record<string, Reason>

export type CreditReason = keyof typeof REASONS
