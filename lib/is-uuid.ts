const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Of any version, in either case: what a column of type uuid takes without an error. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
