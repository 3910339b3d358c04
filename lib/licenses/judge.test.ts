import { describe, expect, it } from 'vitest'
import { type Judged, judge } from './judge'

const from = new Date('2028-02-01T00:00:00Z')
const until = new Date('2028-03-01T00:00:00Z')
const live: Judged = { status: 'LIVE', validFrom: from, validUntil: until, suspendedAt: null }
const at = (text: string) => new Date(text)

describe('judging a license', () => {
  it('is valid from its first moment to just before its last', () => {
    expect(judge(live, from)).toEqual({ valid: true, code: 'VALID' })
    expect(judge(live, at('2028-02-29T23:59:59.999Z'))).toEqual({ valid: true, code: 'VALID' })
    expect(judge(live, until)).toEqual({ valid: false, code: 'EXPIRED' })
  })

  it('lies ahead before its start, but for what the clocks of two processes may differ', () => {
    expect(judge(live, at('2028-01-31T23:55:00Z')).code).toBe('VALID')
    expect(judge(live, at('2028-01-31T23:54:59Z')).code).toBe('NOT_STARTED')
  })

  it('stays ended, whatever the clock says', () => {
    for (const status of ['EXPIRED', 'REVOKED', 'REPLACED'] as const)
      expect(judge({ ...live, status }, from)).toEqual({ valid: false, code: status })
  })

  it('calls a suspended license suspended, and expired once its time is over', () => {
    const suspended = { ...live, suspendedAt: from }
    expect(judge(suspended, from).code).toBe('SUSPENDED')
    expect(judge(suspended, until).code).toBe('EXPIRED')
  })

  it('knows the instants after 2038 and the last one that there is', () => {
    const late = { ...live, validUntil: at('2038-01-19T03:14:08Z') }
    expect(judge(late, at('2038-01-19T03:14:07Z')).code).toBe('VALID')
    expect(judge(late, at('2038-01-19T03:14:08Z')).code).toBe('EXPIRED')
    expect(judge({ ...live, validUntil: at('9999-12-31T23:59:59Z') }, at('9999-12-31T00:00:00Z')).code).toBe(
      'VALID',
    )
  })
})
