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

  it('is taken as the schema has it', () => {
    expect(parseInput(schema, { name: 'a', count: 1, more: 2 })).toEqual({ name: 'a', count: 1, tags: [] })
  })
})
