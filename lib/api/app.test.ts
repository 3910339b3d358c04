import { describe, expect, it } from 'vitest'
import { isMachinePath } from './app'

describe('the machine door', () => {
  it.each([
    '/v1/license/retrieve?org_id=github:octo-org',
    '/scan/license/trial',
    '/v1/license/',
    '/v1/license',
    '/scan/license?org_id=x',
    '/v1/credits',
    '/jans-auth',
    '/healthz',
    'http://portal.example.org/v1/license/retrieve',
    'http://portal.example.org/v1/license',
  ])('answers %s', target => {
    expect(isMachinePath(target)).toBe(true)
  })

  it.each(['/', '/v1', '/v1/licenses', '/scan', '/o/org:a/market/scan', '/?next=/v1/license/', '/docs/api'])(
    'leaves %s to the people door',
    target => {
      expect(isMachinePath(target)).toBe(false)
    },
  )
})
