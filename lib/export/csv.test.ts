import { describe, expect, test } from 'vitest'
import { csvCell, csvLine } from './csv'

describe('a CSV cell', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1'])(
    'that begins a formula is defused: %j',
    text => {
      expect(csvCell(text).replace(/^"|"$/g, '')).toBe(`'${text}`)
    },
  )

  test.each(['a=b', 'my-app', '2026-11-21T00:00:00.000Z', ''])(
    'that begins none stays as it is: %j',
    text => {
      expect(csvCell(text)).toBe(text)
    },
  )

  test('is quoted when it holds a comma, a quote or a line break (RFC 4180 §2)', () => {
    expect(csvCell('a,b')).toBe('"a,b"')
    expect(csvCell('say "hi"')).toBe('"say ""hi"""')
    expect(csvCell('a\nb')).toBe('"a\nb"')
  })

  test('is defused inside its quotes too', () => {
    expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`)
  })
})

test('a CSV line ends with CR and LF', () => {
  expect(csvLine(['a', 'b c', ''])).toBe('a,b c,\r\n')
})
