import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { addressReader } from './address'

function request(from: string, forwarded?: string): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: from })
  const message = new IncomingMessage(socket)
  if (forwarded) message.headers['x-forwarded-for'] = forwarded
  return message
}

describe('addressReader', () => {
  it('believes nobody by default', () => {
    expect(addressReader([])(request('::ffff:192.0.2.7', '203.0.113.1'))).toBe('192.0.2.7')
  })

  it('takes the last hop that is not a trusted proxy', () => {
    const read = addressReader(['10.0.0.0/8', '::1'])
    expect(read(request('10.1.1.1', '6.6.6.6, 203.0.113.1, 10.2.2.2'))).toBe('203.0.113.1')
    expect(read(request('::1', '2001:db8::1'))).toBe('2001:db8::1')
    expect(read(request('10.1.1.1'))).toBe('10.1.1.1')
  })

  it('says which entry is not an address', () => {
    expect(() => addressReader(['proxy.local'])).toThrow(/"proxy.local" is not an address/)
  })
})
