import type { APIRequestContext, APIResponse, Page, Request } from '@playwright/test'

/** The requests of server actions that the browser sends while `drive` works on the page, one of each action. */
export async function recordActions(page: Page, drive: () => Promise<void>): Promise<Request[]> {
  const recorded = new Map<string, Request>()
  const record = (request: Request) => {
    const action = request.headers()['next-action']
    if (action) recorded.set(action, request)
  }
  page.on('request', record)
  await drive()
  page.off('request', record)
  return [...recorded.values()]
}

/** Sends a recorded action again as whoever `api` is signed in as, with texts in its body exchanged. */
export function replay(
  api: APIRequestContext,
  recorded: Request,
  exchange: Record<string, string> = {},
): Promise<APIResponse> {
  const { cookie: _, host: __, 'content-length': ___, ...sent } = recorded.headers()
  const headers = { ...sent, origin: new URL(recorded.url()).origin }
  const data = Object.entries(exchange).reduce(
    (body, [from, to]) => body.replaceAll(from, to),
    bodyOf(recorded),
  )
  return api.post(recorded.url(), { headers, data })
}

export function bodyOf(recorded: Request): string {
  return recorded.postData() ?? ''
}
