import { expect, it } from 'vitest'
import { testWorld } from '@/lib/testing/context'
import { testDoor } from '@/lib/testing/door'

const door = testDoor(testWorld())

it('describes every operation of the machine door, in OpenAPI 3.1', async () => {
  const response = await door.call('/openapi.json')
  expect(response.headers.get('content-type')).toBe('application/json')
  const document = await response.json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/.well-known/oauth-authorization-server',
      '/.well-known/openid-configuration',
      '/healthz',
      '/jans-auth/.well-known/openid-configuration',
      '/jans-auth/restv1/introspection',
      '/jans-auth/restv1/jwks',
      '/jans-auth/restv1/register',
      '/jans-auth/restv1/revoke',
      '/jans-auth/restv1/token',
    ]),
  )
})
