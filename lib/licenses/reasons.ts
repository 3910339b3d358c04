/** One judgement or refusal about a license: what machines compare, what people read. */
interface Reason {
  /** The HTTP status of the license API when this is why a call is refused; 200: it is told inside an answer. */
  status: 200 | 401 | 402 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503
  /** A sentence for whoever asked; installed software shows it to its administrator as it is. */
  message: string
  /** What the portal's screens say, where installed software knows the message by heart. */
  onScreen?: string
  /** What it means, for documents. */
  meaning: string
}

/** Every reason code of licensing: the API, the screens and the documents share this one table. */
export const REASONS = {
  VALID: { status: 200, message: 'The license is valid.', meaning: 'In force, and activated.' },
  NOT_ACTIVATED: {
    status: 200,
    message: 'The license is valid. It is not activated yet.',
    meaning: 'In force, and waiting for the first activation.',
  },
  NOT_STARTED: {
    status: 409,
    message: 'The license has not started yet.',
    meaning: 'Its first day lies ahead; it is told after the sentence.',
  },
  EXPIRED: {
    status: 402,
    message: 'License validity period has expired.',
    meaning: 'Its last moment is over. It stays so, whatever the clock says later.',
  },
  SUSPENDED: {
    status: 409,
    message: 'The license is suspended. Contact sales.',
    meaning: 'Out of force until it is resumed; the reason is told after the sentence.',
  },
  REVOKED: {
    status: 402,
    message: 'The license was revoked. Contact sales.',
    meaning: 'Taken back for good.',
  },
  REPLACED: {
    status: 402,
    message:
      'The license was replaced by another one, which has ended since. Subscribe again, or contact sales.',
    meaning:
      'Another license took its place. While that one is live, calls with the old key are answered with it.',
  },
  NO_LICENSE: {
    status: 402,
    message: 'Payment Required.',
    onScreen: 'Your organization has no license of this product yet.',
    meaning: 'The organization has never had a license of this product.',
  },
  TRIAL_USED: {
    status: 409,
    message: 'License validity period has expired.',
    onScreen: 'Your organization has had its free trial.',
    meaning: 'The organization has had its free trial.',
  },
  TRIAL_USED_BY_ACCOUNT: {
    status: 409,
    message:
      'This account has already used its free trial, for another organization. Subscribe, or contact sales.',
    meaning: 'The person who asks, or who issued the SSA, has had the free trial in another organization.',
  },
  NO_TRIAL: {
    status: 409,
    message: 'There is no free trial of this product. Contact sales.',
    meaning: 'The product is licensed without a trial.',
  },
  UNKNOWN_KEY: {
    status: 404,
    message: 'This license key is not known. Fetch the license of your organization again.',
    meaning: 'No license of the organization has this key.',
  },
  UNKNOWN_PRODUCT: {
    status: 422,
    message: 'This product code is not known. Leave productCode out to mean the Admin UI of Flex.',
    meaning: '`productCode` names no product.',
  },
  WRONG_ORGANIZATION: {
    status: 422,
    message:
      'The request names another organization than the one that this client belongs to. Use an SSA of that organization.',
    meaning:
      '`org_id` or `hardwareId` is not the organization of the SSA that the client was registered with.',
  },
  NO_ORGANIZATION: {
    status: 422,
    message: 'This client belongs to no organization. Register with the SSA of an organization.',
    meaning: 'A platform client has no license of its own.',
  },
  HOST_REQUIRED: {
    status: 422,
    message: 'Licenses of this product are bound to a host name. Send it as fqdn.',
    meaning: '`fqdn` is missing.',
  },
  WRONG_HOST: {
    status: 422,
    message:
      'The request names another host than the SSA or the license. Use the SSA and the license key of this host.',
    meaning: '`fqdn` or `hardwareId` is not the host of the license, or not the one in the SSA.',
  },
  INVALID_REQUEST: {
    status: 422,
    message: 'The request is not valid.',
    meaning: 'A member is missing or of the wrong type; the message names it.',
  },
  INVALID_TOKEN: {
    status: 401,
    message: 'The access token is expired, revoked or not ours. Get a new one.',
    meaning: 'No access token, or one that does not work any more. The body says 422.',
  },
  INSUFFICIENT_SCOPE: {
    status: 422,
    message:
      'The access token has no license scope. Ask for one, with a client that was registered with an SSA of the role license.',
    meaning: 'The token lacks both license scopes.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'There is no such endpoint. All of them are described at /openapi.json.',
    meaning: 'The path is not known.',
  },
  WRONG_METHOD: {
    status: 405,
    message: 'This endpoint does not answer this method.',
    meaning: 'The path is known, but not with this verb; `Allow` has those that it answers.',
  },
  TOO_LARGE: {
    status: 413,
    message: 'The body is larger than 128 kB. Send less.',
    meaning: 'The body is larger than 128 kB.',
  },
  CONFLICT: {
    status: 409,
    message: 'Somebody else changed this at the same moment. Try again.',
    meaning: 'Two changes met; nothing was changed by this one.',
  },
  RATE_LIMITED: {
    status: 429,
    message: 'Too many requests.',
    meaning: 'The address or the client called too often; `Retry-After` says when to try again.',
  },
  SERVER_ERROR: {
    status: 500,
    message: 'Something went wrong on our side. Try again in a moment.',
    meaning: 'A fault of the portal. The log has the details under the request id.',
  },
  TEMPORARILY_UNAVAILABLE: {
    status: 503,
    message: 'The database cannot be reached just now. Try again in a moment.',
    meaning: 'The same request may be sent again in a few seconds: no call does harm twice.',
  },
} as const satisfies Record<string, Reason>

export type ReasonCode = keyof typeof REASONS

/** The sentence for people in the portal. */
export function onScreen(code: ReasonCode): string {
  const reason: Reason = REASONS[code]
  return reason.onScreen ?? reason.message
}
