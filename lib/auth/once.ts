const REMEMBERED_MS = 5000
const running = new Map<string, Promise<Response>>()

/** Does the work of one key once; whoever asks again within five seconds, in this process, gets the same answer. */
export function once(key: string, work: () => Promise<Response>): Promise<Response> {
  const known = running.get(key)
  if (known) return known
  const started = work()
  running.set(key, started)
  setTimeout(() => running.delete(key), REMEMBERED_MS).unref()
  return started
}
