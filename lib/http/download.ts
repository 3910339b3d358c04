import type { ExportFile } from '@/lib/export/file'
import { faultOf, log } from '@/lib/log'

/** A file that is sent as it is made, as fast as it is taken; abandoned when the browser goes away. */
export function download({ filename, contentType, text }: ExportFile): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await text.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        // The status is sent already: breaking off is the only way to say that the file is not whole.
        log.error({ ...faultOf(error), filename }, 'a download broke off')
        controller.error(error)
      }
    },
    async cancel() {
      await text.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'no-store',
    },
  })
}
