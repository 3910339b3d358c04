export const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' }
const HEADERS = { 'content-type': 'application/json', ...NO_STORE }

/** A JSON answer that nobody may keep. Not by `c.json`, which makes a Headers object for every answer. */
export function noStore(value: unknown, status = 200, more?: Record<string, string>): Response {
  return new Response(JSON.stringify(value), { status, headers: more ? { ...HEADERS, ...more } : HEADERS })
}
