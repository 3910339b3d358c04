import { afterEach, describe, expect, test, vi } from 'vitest'
import { EXPIRATION_PRESETS, toLocalInput } from './local-time'

afterEach(() => vi.unstubAllEnvs())

const preset = (label: string) => EXPIRATION_PRESETS.find(each => each.label === label)

describe('a moment in the field of the expiration date', () => {
  test('is local time, on the right side of summer time', () => {
    vi.stubEnv('TZ', 'Europe/Kyiv')
    expect(toLocalInput(new Date('2026-11-21T23:30:59Z'))).toBe('2026-11-22T01:30')
    expect(toLocalInput(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02T02:30')
    vi.stubEnv('TZ', 'America/St_Johns')
    expect(toLocalInput(new Date('2026-11-21T02:00:00Z'))).toBe('2026-11-20T22:30')
  })

  test('is read back as the same minute', () => {
    vi.stubEnv('TZ', 'Asia/Kathmandu')
    const at = new Date('2026-11-21T23:30:00Z')
    expect(new Date(toLocalInput(at))).toEqual(at)
  })
})

describe('the presets of the expiration date', () => {
  test('keep the time of day, also over the end of summer time', () => {
    vi.stubEnv('TZ', 'Europe/Kyiv')
    const now = new Date('2026-10-01T09:00')
    expect(toLocalInput(preset('30 days')?.from(now) ?? now)).toBe('2026-10-31T09:00')
    expect(toLocalInput(preset('90 days')?.from(now) ?? now)).toBe('2026-12-30T09:00')
    expect(toLocalInput(preset('1 year')?.from(now) ?? now)).toBe('2027-10-01T09:00')
  })

  test('a year after February 29 is March 1', () => {
    const leap = new Date('2028-02-29T12:00:00Z')
    expect(preset('1 year')?.from(leap)).toEqual(new Date('2029-03-01T12:00:00Z'))
  })
})
