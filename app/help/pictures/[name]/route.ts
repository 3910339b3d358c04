import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = /^[a-z0-9-]+\.png$/

/** The pictures of the guides, as they lie in the repository. */
export async function GET(_request: Request, { params }: RouteContext<'/help/pictures/[name]'>) {
  const { name } = await params
  const picture =
    NAME.test(name) && (await readFile(join(process.cwd(), 'docs/pictures', name)).catch(() => null))
  if (!picture) return new Response('Not found.\n', { status: 404 })
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  })
}
