import { shareApiDocument } from '@/lib/api-document'
import { runtime } from '@/lib/runtime'
import { type Part, part } from './call'
import { SECURITY_SCHEMES } from './security'

const TAGS = [
  { name: 'Discovery', description: 'Where everything is, and the keys that signatures are checked with.' },
  { name: 'OAuth', description: 'Access tokens for registered software and API clients.' },
  { name: 'Registration', description: 'Software registers itself with a software statement.' },
  { name: 'Software statements', description: 'Janssen’s SSA endpoint: create, get, validate and revoke.' },
  { name: 'License', description: 'What installed software asks about the license of its organization.' },
  { name: 'Credits', description: 'SCAN credits of organizations, for services of the platform.' },
  { name: 'Operation', description: 'For those who run the installation.' },
]

/** Describes every operation that `app` has by now (OpenAPI 3.1). */
export function openApi(app: Part) {
  let document: string | undefined
  const read = () => {
    document ??= JSON.stringify(describe(app, runtime().issuer), plainPattern)
    return document
  }
  shareApiDocument(read)
  return part().get('/openapi.json', c =>
    c.body(read(), 200, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    }),
  )
}

/** The generator leaves the flags of a regular expression behind it; patterns have none, and are Unicode anyway. */
function plainPattern(key: string, value: unknown): unknown {
  return key === 'pattern' && typeof value === 'string' ? value.replace(/\/[a-z]+$/, '') : value
}

function describe(app: Part, url: string) {
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme)
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Writ: the machine door',
      version: '1',
      description:
        'What software talks to: OAuth, client registration, software statements, licenses and SCAN credits.',
      contact: { name: 'The operator of this installation', url },
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url, description: 'This installation' }],
    tags: TAGS,
  })
}
