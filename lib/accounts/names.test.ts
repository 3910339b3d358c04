import { describe, expect, it } from 'vitest'
import { describeBrowser } from './browser'
import { nameFromEmail, newOrganizationId } from './names'
import { ownPath } from './own-path'
import { emailAddress } from './schema'

describe('newOrganizationId', () => {
  it('is org: and 12 lower-case base32 characters, never the same', () => {
    const ids = new Set(Array.from({ length: 1000 }, newOrganizationId))
    expect(ids.size).toBe(1000)
    for (const id of ids) expect(id).toMatch(/^org:[a-z2-7]{12}$/)
  })
})

describe('nameFromEmail', () => {
  it.each([
    ['ada.lovelace+writ@example.org', 'Ada Lovelace'],
    ['grace@example.org', 'Grace'],
    ['o_k-x@example.org', 'O K X'],
    ['+@example.org', '+@example.org'],
  ])('makes %s into %s', (email, name) => expect(nameFromEmail(email)).toBe(name))
})

describe('emailAddress', () => {
  it('is compared in lower case and without space around it', () => {
    expect(emailAddress.parse(' Ada@Example.ORG ')).toBe('ada@example.org')
  })

  it.each([
    '',
    'ada',
    'ada@localhost',
    'a@b@example.org',
    'ada@example.org,eve@example.org',
    '"a"@example.org',
  ])('refuses %j', text => expect(emailAddress.safeParse(text).success).toBe(false))
})

describe('ownPath', () => {
  const issuer = 'https://writ.test'
  it.each([
    ['/o/github:ada/market/ssa?status=ACTIVE#top', '/o/github:ada/market/ssa?status=ACTIVE#top'],
    ['https://writ.test/account', '/account'],
    ['account', '/account'],
    ['https:account', '/account'],
    ['\\account', '/account'],
    ['', '/'],
    [undefined, '/'],
    ['//evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/', '/'],
    ['https://writ.test@evil.example/', '/'],
    ['https://writ.test.evil.example/', '/'],
    ['http://writ.test/', '/'],
    ['javascript:alert(1)', '/'],
    ['https://writ.test//evil.example', '/evil.example'],
    ['/./\\evil.example', '/evil.example'],
    ['%2F%2Fevil.example', '/%2F%2Fevil.example'],
    ['http://[', '/'],
  ])('leads %j to %j', (wanted, path) => expect(ownPath(wanted, issuer)).toBe(path))
})

describe('describeBrowser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome on macOS',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1',
      'Chrome on iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['curl/8.5.0', 'Unknown browser'],
    [null, 'Unknown browser'],
  ])('names %s', (userAgent, name) => expect(describeBrowser(userAgent)).toBe(name))
})
