import { expect, it } from 'vitest'
import { uuid7 } from './uuid'

it('is a UUID of version 7 that begins with the time', () => {
  const before = Date.now()
  const ids = Array.from({ length: 1000 }, uuid7)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const at = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(Date.now())
  }
  expect(new Set(ids).size).toBe(1000)
})
