import { expect, it } from 'vitest'
import { machineDoor } from '@/lib/api/app'
import { setRuntime } from '@/lib/runtime'
import { testWorld } from '@/lib/testing/context'
import { apiReference } from './api-reference'

const world = testWorld()

it('tells every operation with what it takes, what it answers, and a command that calls it', () => {
  setRuntime({ ...world, issuer: world.owner.issuer, secrets: world.owner.secrets })
  machineDoor()
  const { groups } = apiReference()
  const all = groups.flatMap(({ operations }) => operations)
  const find = (id: string) => all.find(one => one.id === id)
  expect(find('token')).toMatchObject({
    body: {
      type: 'application/x-www-form-urlencoded',
      fields: expect.arrayContaining([
        { name: 'grant_type', type: 'string', required: true, description: '' },
      ]),
    },
    curl: `curl -X POST \\
  -u "$CLIENT_ID:$CLIENT_SECRET" \\
  -d 'grant_type=client_credentials' \\
  -d 'scope=https://jans.io/auth/ssa.admin' \\
  "https://writ.test/jans-auth/restv1/token"`,
  })
  expect(find('validateSsa')?.curl).toBe(`curl -I \\
  -H "jti: $JTI" \\
  "https://writ.test/jans-auth/restv1/ssa"`)
  expect(find('getSsas')?.responses[0]?.fields).toContainEqual(
    expect.objectContaining({ name: '[].ssa.software_roles', type: 'array of string', required: true }),
  )
  expect(find('jwks')?.security).toEqual([])
  expect(groups.flatMap(({ older }) => older)).toContain('POST /scan/license/isActive')
})
