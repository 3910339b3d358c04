import { expect, it } from 'vitest'
import { addressedMoment } from './moment'

it.each(['2026-11-30T10:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59+14:00'])(
  '%s is taken',
  text => {
    expect(addressedMoment.parse(text)).toBe(text)
  },
)

it.each([undefined, 5, 'yesterday', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59'])(
  '%j is as good as none',
  text => {
    expect(addressedMoment.parse(text)).toBe('')
  },
)
