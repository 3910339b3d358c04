/** A refusal before anybody knows which protocol is spoken: what OAuth's clients read, and what license software reads. */
export function refusalBeforePath(status: number, message: string): string {
  const temporary = status === 503
  return JSON.stringify({
    error: temporary ? 'temporarily_unavailable' : 'invalid_request',
    error_description: message,
    code: status,
    message,
    reason: temporary ? 'TEMPORARILY_UNAVAILABLE' : 'INVALID_REQUEST',
  })
}
