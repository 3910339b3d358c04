// The peer: oidc-provider with its storage on the same PostgreSQL. Tokens are ES256 JWTs for the token row, and opaque
// ones, which it can introspect, for the introspection row. A registration checks an RS256 statement, as ours does.
import { generateKeyPairSync, verify } from 'node:crypto'
import Provider, { errors } from 'oidc-provider'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`CREATE TABLE IF NOT EXISTS oidc_provider (model text, id text, payload jsonb, grant_id text,
  uid text, expires_at timestamptz, PRIMARY KEY (model, id))`)

/** One statement for each call of oidc-provider. */
class Storage {
  constructor(model) {
    this.model = model
  }
  async upsert(id, payload, expiresIn) {
    const expires = expiresIn ? new Date(Date.now() + expiresIn * 1000) : null
    const text = `INSERT INTO oidc_provider VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (model, id) DO UPDATE SET payload = EXCLUDED.payload, expires_at = EXCLUDED.expires_at`
    await pool.query({
      name: 'upsert',
      text,
      values: [this.model, id, payload, payload.grantId, payload.uid, expires],
    })
  }
  async find(id) {
    const text = 'SELECT payload FROM oidc_provider WHERE model = $1 AND id = $2'
    return (await pool.query({ name: 'find', text, values: [this.model, id] })).rows[0]?.payload
  }
  async destroy(id) {
    await pool.query('DELETE FROM oidc_provider WHERE model = $1 AND id = $2', [this.model, id])
  }
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const statementKey = { key: JSON.parse(process.env.STATEMENT_KEY), format: 'jwk' }

function checkStatement(_ctx, name, statement) {
  if (name !== 'software_statement' || statement === undefined) return
  const [header, payload, signature] = statement.split('.')
  const signed = Buffer.from(`${header}.${payload}`)
  if (!verify('sha256', signed, statementKey, Buffer.from(signature, 'base64url')))
    throw new errors.InvalidClientMetadata('the software statement is not valid')
}

const provider = new Provider(`http://127.0.0.1:${process.env.PORT}`, {
  adapter: Storage,
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'peer' }] },
  scopes: ['license'],
  clientDefaults: {
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    id_token_signed_response_alg: 'ES256',
  },
  extraClientMetadata: { properties: ['software_statement'], validator: checkStatement },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    registration: { enabled: true, initialAccessToken: false },
    resourceIndicators: {
      enabled: process.env.TOKENS === 'jwt',
      defaultResource: () => 'urn:writ:api',
      getResourceServerInfo: () => ({
        scope: 'license',
        accessTokenTTL: 300,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
})
provider.listen(Number(process.env.PORT), () => process.stdout.write('ready\n'))
