import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse-input'

const schema = z.object({
  name: z.string(),
  count: z.int('Send a whole number.'),
  tags: z.array(z.string()).default([]),
  kind: z.enum(['a', 'b']).optional(),
  code: z.string().min(2).max(3).optional(),
})

describe('what a caller sent', () => {
  it.each([
    [{}, 'name: This is missing.'],
    [{ name: 1, count: 1 }, 'name: This must be of the type string.'],
    [{ name: 'a', count: '1' }, 'count: Send a whole number.'],
    [{ name: 'a', count: 1, tags: ['b', 2] }, 'tags.1: This must be of the type string.'],
    [{ name: 'a', count: 1, kind: 'c' }, 'kind: Use one of a, b.'],
    [{ name: 'a', count: 1, code: 'abcd' }, 'code: Use at most 3 characters.'],
    [{ name: 'a', count: 1, code: 'a' }, 'code: Use at least 2 characters.'],
    [[], 'This must be of the type object.'],
  ])('as %j is refused in words', (input, message) => {
    expect(() => parseInput(schema, input)).toThrow(expect.objectContaining({ code: 'INVALID', message }))
  })

  it.each([
    [{ name: 'a\0', count: 1 }, 'name'],
    [{ name: 'a\ud800', count: 1 }, 'name'],
    [{ name: 'a', count: 1, tags: ['b', '\udc00c'] }, 'tags.1'],
    [{ name: 'a', count: 1, more: { 'x\0': 1 } }, 'more'],
  ])('as %j cannot be kept, and is refused beside its field', (input, field) => {
    const message = 'This has U+0000 or half a character, which cannot be kept. Leave these out.'
    const refusal = { code: 'INVALID', message: `${field}: ${message}`, fields: { [field]: message } }
    expect(() => parseInput(schema.loose(), input)).toThrow(expect.objectContaining(refusal))
  })

  it('keeps whole characters beyond the first 65,536, dates and bytes', () => {
    const any = z.object({ name: z.string(), at: z.date(), bytes: z.instanceof(Uint8Array) })
    const input = { name: 'a😀', at: new Date(0), bytes: new Uint8Array([0]) }
    expect(parseInput(any, input)).toEqual(input)
  })

  it('is taken as the schema has it', () => {
    expect(parseInput(schema, { name: 'a', count: 1, more: 2 })).toEqual({ name: 'a', count: 1, tags: [] })
  })
})
