import { createPublicKey, randomUUID } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { basic, bearer, formOf, jsonOf, newStatement } from '@/lib/testing/machine'
import { INTROSPECT, REGISTER, registerSoftware, TOKEN } from '@/lib/testing/software'
import { doorOf, newOrganization } from '../support/door'
import { json, serve } from '../support/http'
import { expect, test } from '../support/test'

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

test('keys that a token names are neither believed nor fetched', async ({ installation }) => {
  const door = doorOf(installation.ctx.issuer)
  const { jwt } = await newStatement(await newOrganization(installation))
  const software = await registerSoftware(door, jwt)
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: 'theirs', alg: 'RS256', use: 'sig' }
  const asked: (string | undefined)[] = []
  const evil = await serve((request, response) => {
    asked.push(request.url)
    json(response, { keys: [jwk], issuer: installation.ctx.issuer, jwks_uri: '/jwks' })
  })
  const claims = decodeJwt(jwt)
  const { kid } = decodeProtectedHeader(jwt)
  const headers = [
    { jku: `${evil.url}/jwks` },
    { x5u: `${evil.url}/chain.pem` },
    { jwk },
    { kid: `${evil.url}/jwks` },
    { kid: '../../../../etc/passwd' },
    { kid: `' OR '1'='1` },
    { kid: 'k'.repeat(10_000) },
    { kid, jku: `${evil.url}/jwks`, x5u: `${evil.url}/chain.pem`, jwk },
  ]
  for (const header of headers) {
    const forged = (about: object) =>
      new SignJWT({ ...claims, ...about })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'theirs', ...header })
        .sign(privateKey)
    const statement = await door.call(REGISTER, jsonOf({ software_statement: await forged({}) }))
    expect([statement.status, await statement.json()]).toMatchObject([
      400,
      { error: 'invalid_software_statement' },
    ])
    const token = await forged({ client_id: software.client_id, sub: software.client_id, aud: claims.iss })
    const portal = await door.call('/jans-auth/restv1/ssa', { headers: bearer(token) })
    expect([portal.status, await portal.json()]).toMatchObject([401, { error: 'invalid_client' }])
    const introspection = await door.call(INTROSPECT, formOf({ token }, basic(software)))
    expect(await introspection.json()).toEqual({ active: false })
    const assertion = await forged({
      iss: software.client_id,
      sub: software.client_id,
      aud: claims.iss,
      jti: randomUUID(),
    })
    const grant = {
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION,
      client_assertion: assertion,
    }
    const granted = await door.call(TOKEN, formOf(grant))
    expect([granted.status, await granted.json()]).toMatchObject([401, { error: 'invalid_client' }])
  }
  const uris = { jwks_uri: `${evil.url}/jwks`, logo_uri: `${evil.url}/logo.png`, client_uri: evil.url }
  const redirects = { redirect_uris: [`${evil.url}/callback`], sector_identifier_uri: `${evil.url}/sector` }
  const metadata = { software_statement: jwt, ...uris, ...redirects, request_uris: [`${evil.url}/request`] }
  expect((await door.call(REGISTER, jsonOf(metadata))).status).toBe(201)
  expect(asked).toEqual([])
  await evil.stop()
})

test('our own public key makes no signature, and no spelling of "none" saves one', async ({
  installation,
}) => {
  const door = doorOf(installation.ctx.issuer)
  const { jwt } = await newStatement(await newOrganization(installation))
  const { kid = '' } = decodeProtectedHeader(jwt)
  const { keys } = await (await door.call('/jans-auth/restv1/jwks')).json()
  const own = keys.find((key: { kid: string }) => key.kid === kid)
  const key = createPublicKey({ key: own, format: 'jwk' })
  const pem = key.export({ type: 'spki', format: 'pem' }).toString()
  const [, payload = ''] = jwt.split('.')
  const encode = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url')
  const forged = [
    ...['none', 'None', 'NONE', 'nOnE'].map(alg => `${encode({ alg, typ: 'JWT', kid })}.${payload}.`),
    ...(await Promise.all(
      [pem, pem.trim(), JSON.stringify(own), own.n].map(secret =>
        new SignJWT(decodeJwt(jwt))
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid })
          .sign(new TextEncoder().encode(secret)),
      ),
    )),
    `${jwt}.e30.e30`,
  ]
  for (const software_statement of forged) {
    const response = await door.call(REGISTER, jsonOf({ software_statement }))
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: 'invalid_software_statement' },
    ])
    const asToken = await door.call(REGISTER, jsonOf({}, bearer(software_statement)))
    expect([asToken.status, await asToken.json()]).toMatchObject([401, { error: 'invalid_token' }])
  }
})

test('headers of 64 kB get 431, and JSON of twenty thousand levels 400, both in JSON', async ({
  installation,
}) => {
  const door = doorOf(installation.ctx.issuer)
  const long = await door.call('/healthz', { headers: { 'x-long': 'a'.repeat(65_536) } })
  expect([long.status, await long.json()]).toMatchObject([431, { error: 'invalid_request' }])
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  const headers = { 'content-type': 'application/json' }
  const response = await door.call(REGISTER, { method: 'POST', headers, body: deep })
  expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_client_metadata' }])
})
