import type { APIRequestContext, APIResponse, Page, Request } from '@playwright/test'
import type { OrgCtx } from '@/lib/context'

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

type Exchange = Record<string, string>

/** Sends a recorded action again as whoever `api` is signed in as, with texts in its body exchanged. */
export function replay(
  api: APIRequestContext,
  recorded: Request,
  exchange: Exchange = {},
): Promise<APIResponse> {
  return replayAt(api, recorded, { exchange, server: new URL(recorded.url()).origin })
}

/** An organization's id without its prefix, to exchange: how it stands in an address, encoded or not. */
export function bareId({ organization }: OrgCtx): string {
  return organization.id.split(':').at(-1) ?? ''
}

/** The same to another server of the installation: a session holds on every one. */
export function replayAt(
  api: APIRequestContext,
  recorded: Request,
  { exchange, server }: { exchange: Exchange; server: string },
): Promise<APIResponse> {
  const { cookie: _, host: __, 'content-length': ___, ...sent } = recorded.headers()
  const headers = { ...sent, origin: server, referer: `${server}/` }
  const data = Object.entries(exchange).reduce(
    (body, [from, to]) => body.replaceAll(from, to),
    bodyOf(recorded),
  )
  // Of many at once the last is answered late on a busy machine.
  const timeout = 0
  return api.post(recorded.url().replace(new URL(recorded.url()).origin, server), { headers, data, timeout })
}

export function bodyOf(recorded: Request): string {
  return recorded.postData() ?? ''
}
