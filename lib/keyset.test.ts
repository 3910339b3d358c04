import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor } from './keyset'
import { isStorable } from './storable'

const ID = '019ab0c7-8b1e-7c53-9d40-5a1f0e6d2b11'
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const NOW = '2026-11-30T10:00:00.000Z'
const BROKEN = { code: 'INVALID', message: 'This page address is broken. Go back to the first page.' }

describe('a cursor', () => {
  it('is read as it was written', () => {
    const at = new Date(NOW)
    expect(decodeCursor(encodeCursor({ at, id: ID }))).toEqual({ at, id: ID })
    const long = `org:${'x'.repeat(400)}`
    expect(decodeCursor(encodeCursor({ at, id: long }), isStorable)).toEqual({ at, id: long })
  })

  it.each([
    ['nothing', ''],
    ['text', 'AAAA'],
    ['a moment alone', cursor(NOW)],
    ['an id that is none', cursor(NOW, 'x')],
    ['no id', cursor(NOW, '')],
    ['a number', cursor(NOW, 5)],
    ['a day that is none', cursor('2026-02-30T10:00:00.000Z', ID)],
    ['the year 0, which PostgreSQL lacks', cursor('0000-01-01T00:00:00.000Z', ID)],
    ['a moment before any clock of ours', cursor('1969-12-31T23:59:59.000Z', ID)],
  ])('of %s is refused', (_what, text) => {
    expect(() => decodeCursor(text)).toThrow(expect.objectContaining(BROKEN))
  })

  it.each(['a\0b', '\ud800'])('with an id that no text column takes is refused: %j', id => {
    expect(() => decodeCursor(cursor(NOW, id), isStorable)).toThrow(expect.objectContaining(BROKEN))
  })
})
