import fc from 'fast-check'

const nested = (levels: number) => `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`
const long = (length: number) => JSON.stringify('a'.repeat(length))

/** JSON texts that somebody may send where something else is wanted; not all of them can be held by a number. */
export const hostileJson = fc.oneof(
  fc.constantFrom(
    ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e12', '1e400', '-1e400', '9007199254740993', '""'],
    ...[
      '"null"',
      '[]',
      '{}',
      '[null]',
      '[[]]',
      '[{}]',
      '["a",1]',
      '{"__proto__":{"polluted":1}}',
      '"__proto__"',
    ],
    ...['{"constructor":{"prototype":{"polluted":1}}}', '{"toString":1,"valueOf":null}', '"constructor"'],
    ...[
      '"\\u0000"',
      '"a\\u0000b"',
      '"\\ud800"',
      '"\\udc00\\ud800"',
      '"\\u202e\\u200b"',
      '"\\u001b[2J"',
      '"e\\u0301"',
    ],
    ...[
      '"<script>alert(1)</script>"',
      `"'; DROP TABLE ssa; --"`,
      '"../../etc/passwd"',
      '"{{7*7}}"',
      '{"keys":[{}]}',
    ],
    ...[nested(9), nested(11), nested(3000), long(300), long(5000), long(100_000), `[${'1,'.repeat(2000)}1]`],
  ),
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 60 }).map(text => JSON.stringify(text)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.bigInt().map(String),
)

/** Text for queries and forms, encoded or broken on purpose. */
export const hostileEncoded = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '%',
      '%zz',
      '%00',
      '%ff%fe',
      '%ed%a0%80',
      '+',
      '=',
      '%22%27%3B--',
      '__proto__',
      'null',
      'undefined',
      '-1',
    ],
    ...[
      '1e400',
      '..%2f..%2fetc%2fpasswd',
      '%0d%0aSet-Cookie:a=b',
      '%e2%80%ae',
      'ACTIVE',
      'a'.repeat(300),
      '1'.repeat(8000),
    ],
  ),
  fc
    .string({ unit: 'binary', maxLength: 60 })
    .map(text => new URLSearchParams({ a: text }).toString().slice(2)),
  fc.uuid(),
)

/** What Node lets into a header value. */
export const hostileHeader = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      'a, b',
      '"',
      "'",
      '\\',
      'Basic',
      'Bearer',
      'Basic ',
      'Bearer  ',
      'Basic ====',
      'Basic OjoK',
      'Digest a="b"',
    ],
    ...[
      'Bearer eyJhbGciOiJub25lIn0.e30.',
      'Bearer a.b.c.d.e',
      `Bearer ${'a'.repeat(10_000)}`,
      'Basic JTpA',
      'basic YTpi, Bearer x',
    ],
  ),
  fc.array(fc.constantFrom(...headerCharacters()), { maxLength: 60 }).map(all => all.join('').trim()),
  fc.base64String({ maxLength: 60 }).map(text => `Basic ${text}`),
  fc.uuid(),
)

function headerCharacters(): string[] {
  return [
    '\t',
    ...Array.from({ length: 224 }, (_, n) => String.fromCharCode(n + 32)).filter(c => c !== '\x7f'),
  ]
}

export const hostileType = fc.constantFrom(
  ...[
    '',
    'text/plain',
    'text/html',
    'application/xml',
    'multipart/form-data',
    'multipart/form-data; boundary=a',
    ';;;',
  ],
  ...[
    'application/json',
    'application/json; charset=utf-16',
    'APPLICATION/JSON',
    'application/x-www-form-urlencoded',
    'a',
  ],
)

/** Whole bodies that are not what the type says. */
export const hostileBody = fc.oneof(
  fc.constantFrom(
    '',
    '{',
    '}',
    '{"a":',
    '[',
    '"',
    '{"a":1}}',
    '\u0000',
    '\ufeff{}',
    '{a:1}',
    "{'a':1}",
    '<a/>',
    '&&&',
    '=',
    '%',
  ),
  fc.constantFrom(
    '[]',
    '1',
    'null',
    '"text"',
    '[{}]',
    '['.repeat(60_000),
    nested(5000),
    'x'.repeat(130 * 1024),
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  hostileJson,
)

export const strangeName = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'then',
    'jwks',
    '',
    'a[b]',
    'a.b',
    '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
