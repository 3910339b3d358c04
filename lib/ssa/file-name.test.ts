import { describe, expect, test } from 'vitest'
import { jwtFileName } from './file-name'

const createdAt = new Date('2026-11-21T23:59:59Z')

describe('the name of a downloaded JWT', () => {
  test.each([
    ['flex-prod', 'ssa-flex-prod-2026-11-21.jwt'],
    ['Flex, production (EU)', 'ssa-Flex-production-EU-2026-11-21.jwt'],
    ['../../etc/passwd', 'ssa-etc-passwd-2026-11-21.jwt'],
    ['C:\\CON|"<nul>"?*', 'ssa-C-CON-nul-2026-11-21.jwt'],
    ['Мій застосунок', 'ssa-Мій-застосунок-2026-11-21.jwt'],
    ['v1.2.3', 'ssa-v1.2.3-2026-11-21.jwt'],
    ['🚀', 'ssa-2026-11-21.jwt'],
  ])('for %s is %s', (softwareId, expected) => {
    expect(jwtFileName({ softwareId, createdAt })).toBe(expected)
  })

  test('fits in 255 bytes for the longest name in any script', () => {
    const name = jwtFileName({ softwareId: '漢'.repeat(100), createdAt })
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^ssa-漢+-2026-11-21\.jwt$/)
  })
})
