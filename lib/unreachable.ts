/** What sockets, PostgreSQL (appendix A, classes 08, 25, 53 and 57) and Prisma call it when the database cannot be reached. */
const CODES =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|08\w{3}|53300|25006|57P0[123]|P1001|P1002|P1008|P1017|P2024|P2028)$/
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/
/** Errors inside errors that are looked at. */
const DEEPEST = 5

/** Whether an error says that the database is gone for now, so that the same request may succeed in a moment. */
export function isUnreachable(error: unknown, depth = DEEPEST): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false
  if (property(error, 'code', CODES) || property(error, 'message', MESSAGES)) return true
  // The socket of the embedded server, gone with it.
  if (property(error, 'code', /^ENOENT$/) && property(error, 'syscall', /^connect$/)) return true
  const inner = ['cause', 'meta', 'driverAdapterError'].map(name => Reflect.get(error, name))
  // A host with several addresses fails with an error for each.
  const several: unknown[] = error instanceof AggregateError ? error.errors : []
  return [...inner, ...several].some(each => isUnreachable(each, depth - 1))
}

function property(error: object, name: string, pattern: RegExp): boolean {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && pattern.test(value)
}
