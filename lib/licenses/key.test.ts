import { describe, expect, it } from 'vitest'
import { newLicenseKey, readLicenseKey } from './key'

describe('license keys', () => {
  it('are four groups of four letters and digits that nobody confuses', () => {
    const keys = Array.from({ length: 1000 }, newLicenseKey)
    for (const key of keys) expect(key).toMatch(/^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/)
    expect(new Set(keys).size).toBe(1000)
  })

  it.each(['"H3VG-RK73-GS6J-Y6AD"', ' h3vg-rk73-gs6j-y6ad\n'])(
    'are read as they were issued from %s',
    text => {
      expect(readLicenseKey(text)).toBe('H3VG-RK73-GS6J-Y6AD')
    },
  )
})
