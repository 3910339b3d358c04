import { headers } from 'next/headers'

export interface PlainPage {
  status: number
  title: string
  text: string
  link: { href: string; label: string }
  retryAfter?: number
}

/** A small page of its own status code, for routes that answer a form where no page can be rendered. */
export async function plainPage({ status, title, text, link, retryAfter }: PlainPage): Promise<Response> {
  const nonce = (await headers()).get('x-nonce') ?? ''
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Writ</title>
<style nonce="${nonce}">body{font-family:system-ui,sans-serif;line-height:1.5;max-width:30rem;margin:18vh auto 0;padding:0 1rem}h1{font-size:1.5rem}</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="${link.href}">${link.label}</a></p></main></body>
</html>
`
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(retryAfter && { 'retry-after': String(retryAfter) }),
    },
  })
}
