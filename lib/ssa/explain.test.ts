import { describe, expect, test } from 'vitest'
import { explainClaims, explainHeader } from './explain'

describe('explaining a decoded SSA', () => {
  test('every member that an SSA has is explained', () => {
    const claims = {
      jti: 'x',
      iss: 'https://writ.test',
      iat: 1,
      exp: 2,
      org_id: 'org:a',
      software_id: 'App',
      software_roles: ['license'],
      grant_types: ['client_credentials'],
      lifetime: 2_592_000,
    }
    const members = [...explainHeader({ alg: 'RS256', typ: 'JWT', kid: 'k' }), ...explainClaims(claims)]
    expect(members.map(each => each.name)).toEqual(['alg', 'typ', 'kid', ...Object.keys(claims)])
    for (const member of members) expect(member.explanation, member.name).not.toContain('Not part of')
  })

  test('dates become moments and a lifetime words', () => {
    expect(explainClaims({ exp: 1_795_305_600 })[0]).toMatchObject({
      moment: new Date('2026-11-22T00:00:00Z'),
    })
    expect(explainClaims({ lifetime: 2_592_000 })[0]).toMatchObject({ json: '2592000', words: '30 days' })
  })

  test('an unknown claim is shown as it is, and says so', () => {
    expect(explainClaims({ constructor: '<b>', fqdn: ['a'] })).toEqual([
      { name: 'constructor', json: '"<b>"', explanation: expect.stringContaining('Not part of') },
      { name: 'fqdn', json: '["a"]', explanation: expect.stringContaining('Not part of') },
    ])
  })
})
