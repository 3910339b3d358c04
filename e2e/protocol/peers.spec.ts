import { exportJWK, generateKeyPair } from 'jose'
import * as oauth from 'oauth4webapi'
import * as openid from 'openid-client'
import { createInitialAccessToken } from '@/lib/clients/initial-access-token'
import { initialAccessTokenSchema } from '@/lib/clients/schema'
import { LICENSE_SCOPES, newStatement } from '@/lib/testing/machine'
import { newOrganization } from '../support/door'
import { expect, test } from '../support/test'

/** The one relaxation: plain http, on localhost. */
const plain = { [oauth.allowInsecureRequests]: true }
const execute = [openid.allowInsecureRequests]

async function discover(url: string, algorithm: 'oidc' | 'oauth2') {
  const issuer = new URL(url)
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { ...plain, algorithm }))
}

test('oauth4webapi discovers, registers, gets a token, introspects and revokes', async ({ installation }) => {
  const baseURL = installation.ctx.issuer
  const { jwt } = await newStatement(await newOrganization(installation))
  for (const algorithm of ['oidc', 'oauth2'] as const) {
    const as = await discover(baseURL, algorithm)
    expect(as.ssa_endpoint).toBe(`${baseURL}/jans-auth/restv1/ssa`)
    const client = await oauth.processDynamicClientRegistrationResponse(
      await oauth.dynamicClientRegistrationRequest(as, { software_statement: jwt }, plain),
    )
    const secret = String(client.client_secret)
    for (const auth of [oauth.ClientSecretBasic(secret), oauth.ClientSecretPost(secret)]) {
      const granted = await oauth.processClientCredentialsResponse(
        as,
        client,
        await oauth.clientCredentialsGrantRequest(
          as,
          client,
          auth,
          { scope: LICENSE_SCOPES.join(' ') },
          plain,
        ),
      )
      expect(granted).toMatchObject({
        token_type: 'bearer',
        expires_in: 300,
        scope: LICENSE_SCOPES.join(' '),
      })
      const token = granted.access_token
      const asked = async () =>
        oauth.processIntrospectionResponse(
          as,
          client,
          await oauth.introspectionRequest(as, client, auth, token, plain),
        )
      expect(await asked()).toMatchObject({ active: true, client_id: client.client_id })
      await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, auth, token, plain))
      expect(await asked()).toEqual({ active: false })
    }
  }
})

test('an access token is one by RFC 9068, to oauth4webapi', async ({ installation }) => {
  const baseURL = installation.ctx.issuer
  const { jwt } = await newStatement(await newOrganization(installation))
  const as = await discover(baseURL, 'oauth2')
  const client = await oauth.processDynamicClientRegistrationResponse(
    await oauth.dynamicClientRegistrationRequest(as, { software_statement: jwt }, plain),
  )
  const auth = oauth.ClientSecretBasic(String(client.client_secret))
  const { access_token } = await oauth.processClientCredentialsResponse(
    as,
    client,
    await oauth.clientCredentialsGrantRequest(as, client, auth, new URLSearchParams(), plain),
  )
  const request = new Request(`${baseURL}/`, { headers: { authorization: `Bearer ${access_token}` } })
  const claims = await oauth.validateJwtAccessToken(as, request, baseURL, plain)
  expect(claims).toMatchObject({ client_id: client.client_id, sub: client.client_id, iss: baseURL })
})

test('openid-client discovers, registers, gets a token, introspects and revokes', async ({
  installation,
}) => {
  const baseURL = installation.ctx.issuer
  const { jwt } = await newStatement(await newOrganization(installation))
  for (const algorithm of ['oidc', 'oauth2'] as const) {
    const metadata = { software_statement: jwt, client_name: 'openid-client' }
    const config = await openid.dynamicClientRegistration(new URL(baseURL), metadata, undefined, {
      execute,
      algorithm,
    })
    const granted = await openid.clientCredentialsGrant(config, { scope: LICENSE_SCOPES[0] ?? '' })
    expect(granted.scope).toBe(LICENSE_SCOPES[0])
    expect(await openid.tokenIntrospection(config, granted.access_token)).toMatchObject({ active: true })
    await openid.tokenRevocation(config, granted.access_token)
    expect(await openid.tokenIntrospection(config, granted.access_token)).toEqual({ active: false })
  }
})

test('openid-client registers with an initial access token and proves itself with a key', async ({
  installation,
}) => {
  const baseURL = installation.ctx.issuer
  const input = initialAccessTokenSchema.parse({ scopes: ['reports.read'], uses: 1 })
  const { token: initialAccessToken } = await createInitialAccessToken(installation.ctx, input)
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const metadata = {
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'ES256', use: 'sig' }] },
  }
  const config = await openid.dynamicClientRegistration(
    new URL(baseURL),
    metadata,
    openid.PrivateKeyJwt({ key: privateKey, kid: 'a' }),
    { execute, initialAccessToken },
  )
  const granted = await openid.clientCredentialsGrant(config)
  expect(granted.scope).toBe('reports.read')
  expect(await openid.tokenIntrospection(config, granted.access_token)).toMatchObject({ active: true })
})
