import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { prepareEnv } from '@/lib/env'
import { prepareForPages } from './people-door'

function prepared(url: string): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.url = url
  prepareForPages(request, new ServerResponse(request), {
    env: prepareEnv(),
    requestId: 'an-id',
    address: '192.0.2.1',
  })
  return request
}

it.each(['/', '/o/org%3Aabc/audit?q=%FF', '/%F0%9F%98%80', '/o/%2525', '//x?a=?b'])(
  'pages see %s as it came',
  url => {
    expect(prepared(url).url).toBe(url)
  },
)

it.each([
  ['/o/%FF', '/o/%25FF'],
  ['/o/%E0%A4%A/audit?q=%41', '/o/%25E0%25A4%25A/audit?q=%41'],
  ['/%ED%A0%80?a=?b', '/%25ED%25A0%2580?a=?b'],
  ['/100%', '/100%25'],
])('escapes that are no UTF-8 are text for pages, and for the way back: %s', (url, text) => {
  const request = prepared(url)
  expect([request.url, request.headers['x-writ-path']]).toEqual([text, text])
})
