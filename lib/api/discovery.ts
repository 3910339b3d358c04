import { runtime } from '@/lib/runtime'
import { part } from './call'
import { JWKS_PATH } from './jwks'

/** OpenID Connect Discovery 1.0 §4, RFC 8414 §3, and the address under Janssen's path. */
const ADDRESSES = [
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
  '/jans-auth/.well-known/openid-configuration',
]

export const discovery = part()

for (const address of ADDRESSES) {
  discovery.get(address, c => {
    const { issuer } = runtime()
    return c.json({ issuer, jwks_uri: `${issuer}${JWKS_PATH}` }, 200, {
      'cache-control': 'public, max-age=300',
    })
  })
}
