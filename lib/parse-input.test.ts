import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse-input'

const schema = z.object({
  name: z.string(),
  count: z.int('Send a whole number.'),
  tags: z.array(z.string()).default([]),
})

describe('what a caller sent', () => {
  it.each([
    [{}, 'name: This is missing.'],
    [{ name: 1, count: 1 }, 'name: This must be of the type string.'],
    [{ name: 'a', count: '1' }, 'count: Send a whole number.'],
    [{ name: 'a', count: 1, tags: ['b', 2] }, 'tags.1: This must be of the type string.'],
    [[], 'This must be of the type object.'],
  ])('as %j is refused in words', (input, message) => {
    expect(() => parseInput(schema, input)).toThrow(expect.objectContaining({ code: 'INVALID', message }))
  })

  it('is taken as the schema has it', () => {
    expect(parseInput(schema, { name: 'a', count: 1, more: 2 })).toEqual({ name: 'a', count: 1, tags: [] })
  })
})
