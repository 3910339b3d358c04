/** How sockets, PostgreSQL (appendix A, classes 08, 25, 53 and 57), Prisma and its adapter say something. */
interface Words {
  code: RegExp
  kind: RegExp
  /** A line of it: Prisma writes what it was doing above. */
  message: RegExp
}

/** No connection could be made: the statement went nowhere. */
const NOT_CONNECTED: Words = {
  code: /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|53300|57P03|P1001)$/,
  kind: /^(DatabaseNotReachable|TooManyConnections)$/,
  // The second is the socket of the embedded server, gone with it.
  message: /^(timeout exceeded when trying to connect|connect ENOENT )/m,
}
/** A connection was there, and broke: nobody knows what became of the statement. */
const BROKEN: Words = {
  code: /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|08\w{3}|25006|57P0[12]|P1002|P1008|P1017|P2024|P2028)$/,
  kind: /^(ConnectionClosed|SocketTimeout)$/,
  message:
    /^(Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed)/m,
}
/** Levels of errors inside errors that are looked at. */
const DEEPEST = 5

/** Whether an error says that the database is gone for now, so that the same request may succeed in a moment. */
export function isUnreachable(error: unknown): boolean {
  return wasNotSent(error) || says(error, BROKEN)
}

/** Whether an error says that the database never got the statement, so that sending it again does nothing twice. */
export function wasNotSent(error: unknown): boolean {
  return says(error, NOT_CONNECTED)
}

function says(error: unknown, words: Words, depth = DEEPEST): boolean {
  if (typeof error !== 'object' || error === null || depth === 0) return false
  if (Object.entries(words).some(([name, pattern]) => property(error, name, pattern))) return true
  const inner = ['cause', 'meta', 'driverAdapterError'].map(name => Reflect.get(error, name))
  // A host with several addresses fails with an error for each.
  const several: unknown[] = error instanceof AggregateError ? error.errors : []
  return [...inner, ...several].some(each => says(each, words, depth - 1))
}

function property(error: object, name: string, pattern: RegExp): boolean {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && pattern.test(value)
}
