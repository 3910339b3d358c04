import { expect, it } from 'vitest'
import { z } from 'zod'
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

const responsesSchema = z.record(
  z.string(),
  z.object({ headers: z.record(z.string(), z.unknown()).optional() }),
)
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: responsesSchema }))),
})

it('tells of every operation that has a limit what becomes of it in trouble, and when to ask again', async () => {
  const { paths } = documentSchema.parse(await (await door.call('/openapi.json')).json())
  const limited = Object.values(paths)
    .flatMap(operations => Object.values(operations))
    .filter(({ responses }) => 429 in responses)
  expect(limited.length).toBeGreaterThan(30)
  for (const { responses } of limited) {
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['429', '500', '503']))
    for (const status of [429, 503]) expect(responses[status]?.headers).toHaveProperty('Retry-After')
  }
})
