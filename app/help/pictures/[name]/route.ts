import { getPicture } from '@/lib/help/picture'

/** The pictures of the guides. */
export async function GET(_request: Request, { params }: RouteContext<'/help/pictures/[name]'>) {
  const picture = await getPicture((await params).name)
  if (!picture) return new Response('Not found.\n', { status: 404 })
  return new Response(picture, {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  })
}
