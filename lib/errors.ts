/** The kinds of refusal that every door knows how to tell; each door renders the table once. */
export type ErrorCode = 'INVALID' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'LIMIT'

/** Messages by the name of the field they belong to. */
export type FieldErrors = Record<string, string>

interface Details {
  fields?: FieldErrors
  /** Seconds until the same request may succeed. */
  retryAfter?: number
  /** The protocol's own code for it, such as `invalid_software_statement`, where a door's table is not exact. */
  reason?: string
}

/** A refusal that may be told to whoever asked. `message` is a sentence that says what to do. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly fields: FieldErrors | undefined
  readonly retryAfter: number | undefined
  readonly reason: string | undefined

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message)
    this.fields = details.fields
    this.retryAfter = details.retryAfter
    this.reason = details.reason
  }
}

/** Another tenant's object and one that never was look the same. */
export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', `${what} was not found.`)
}

/** One field is wrong: the message lands beside it in a form. */
export function invalidField(field: string, message: string): AppError {
  return new AppError('INVALID', message, { fields: { [field]: message } })
}

/** The first message of each field. */
export function fieldErrors(issues: { path: PropertyKey[]; message: string }[]): FieldErrors {
  const fields: FieldErrors = {}
  for (const issue of issues) fields[issue.path.map(String).join('.')] ??= issue.message
  return fields
}

/** The first thing that is wrong with an input, as one sentence: `redirect_uris.0: Give an absolute address.` */
export function issueSentence(issues: { path: PropertyKey[]; message: string }[]): string {
  const [issue] = issues
  if (!issue) return 'The request is not valid.'
  const name = issue.path.map(String).join('.')
  const text = issue.path.length > 0 ? `${name}: ${issue.message}` : issue.message
  return text.endsWith('.') ? text : `${text}.`
}
