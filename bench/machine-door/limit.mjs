// The physical limit: `node:http` doing only what cannot be left out. The same signature with node:crypto, one SQL
// statement with pg, the same rows written, and nothing else: no validation, no limits, no error answers.
import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign, verify } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { told } from './limit-license.mjs'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const { rows } = await pool.query(`SELECT kid FROM signing_key WHERE purpose = 'SSA' AND status = 'ACTIVE'`)
const kid = rows[0].kid
const issuer = `http://127.0.0.1:${process.env.PORT}`

const base64url = value => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = part => JSON.parse(Buffer.from(part, 'base64url'))
const seconds = () => Math.floor(Date.now() / 1000)
const sha256 = text => createHash('sha256').update(text).digest('hex')
const one = async (name, text, values) => (await pool.query({ name, text, values })).rows[0]

const ES256 = { dsaEncoding: 'ieee-p1363' }
const TOKEN_HEADER = base64url({ alg: 'ES256', typ: 'at+jwt', kid: 'limit' })
const SSA_HEADER = base64url({ alg: 'RS256', typ: 'JWT', kid })

function signToken(clientId, scope) {
  const iat = seconds()
  const input = `${TOKEN_HEADER}.${base64url({ iss: issuer, aud: issuer, sub: clientId, client_id: clientId, jti: randomUUID(), iat, exp: iat + 300, scope })}`
  return `${input}.${sign('sha256', Buffer.from(input), { key: ec.privateKey, ...ES256 }).toString('base64url')}`
}

function openToken(token) {
  const [header, payload, signature] = token.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), { key: ec.publicKey, ...ES256 }, bytes)) throw 0
  return decode(payload)
}

function basic(request) {
  return Buffer.from(request.headers.authorization.slice(6), 'base64').toString().split(':')
}

const bearer = request => openToken(request.headers.authorization.slice(7))

async function token(request) {
  const [id, secret] = basic(request)
  const client = await one('client', 'SELECT secret_hash, scopes FROM client WHERE id = $1', [id])
  if (client.secret_hash !== sha256(secret)) throw 0
  const scope = client.scopes.join(' ')
  return [200, { access_token: signToken(id, scope), token_type: 'Bearer', expires_in: 300, scope }]
}

const AUDIT = `INSERT INTO audit_event (id, at, organization_id, actor_kind, actor_id, actor_name, action, object_type,
  object_id, object_name, request_id)`

async function register(_request, body) {
  const statement = JSON.parse(body).software_statement
  const [header, payload, signature] = statement.split('.')
  const claims = decode(payload)
  const bytes = Buffer.from(signature, 'base64url')
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), rsa.publicKey, bytes)) throw 0
  const [id, secret, access] = [
    randomUUID(),
    randomBytes(32).toString('base64url'),
    randomBytes(32).toString('base64url'),
  ]
  await one(
    'register',
    `WITH allowed AS (SELECT organization_id FROM ssa WHERE jti = $1 AND status = 'ACTIVE' AND expires_at > now()),
      made AS (INSERT INTO client (id, organization_id, kind, name, auth_method, secret_hash, scopes, grant_types,
        response_types, redirect_uris, ssa_jti, registration_token_hash, created_at)
      SELECT $2, organization_id, 'REGISTERED', 'limit', 'CLIENT_SECRET_BASIC', $3, '{a}', '{client_credentials}', '{}', '{}', $1, $4, now()
      FROM allowed RETURNING id, organization_id)
    ${AUDIT} SELECT $5, now(), organization_id, 'client', id, 'limit', 'client.register', 'client', id, 'limit', 'limit' FROM made`,
    [claims.jti, id, sha256(secret), sha256(access), randomUUID()],
  )
  return [
    201,
    {
      client_id: id,
      client_secret: secret,
      registration_access_token: access,
      software_statement: statement,
    },
  ]
}

async function validate(request) {
  const { jti } = request.headers
  const row = await one(
    'live',
    `SELECT one_time_use FROM ssa WHERE jti = $1 AND status = 'ACTIVE' AND expires_at > now()`,
    [jti],
  )
  return [row ? 200 : 400]
}

async function burn(request) {
  const row = await one(
    'burn',
    `WITH burned AS (UPDATE ssa SET status = 'USED', used_at = now(), held_name = NULL
      WHERE jti = $1 AND status = 'ACTIVE' AND expires_at > now() AND one_time_use RETURNING jti, organization_id)
    ${AUDIT} SELECT $2, now(), organization_id, 'system', 'limit', 'limit', 'ssa.use', 'ssa', jti::text, 'limit', 'limit'
    FROM burned RETURNING id`,
    [request.headers.jti, randomUUID()],
  )
  return [row ? 200 : 400]
}

async function get(request) {
  const { client_id: clientId } = bearer(request)
  const jti = new URL(request.url, issuer).searchParams.get('jti')
  const row = await one(
    'get',
    `SELECT s.*, c.scopes FROM ssa s, client c WHERE s.jti = $1 AND s.status = 'ACTIVE' AND c.id = $2`,
    [jti, clientId],
  )
  const [created_at, expiration] = [row.created_at, row.expires_at].map(date => Math.floor(date / 1000))
  const ssa = {
    jti,
    iss: issuer,
    iat: created_at,
    exp: expiration,
    org_id: row.organization_id,
    software_id: row.software_id,
    software_roles: row.software_roles,
    grant_types: row.grant_types,
    description: row.description,
    one_time_use: row.one_time_use,
    rotate_ssa: row.rotate_ssa,
  }
  return [200, [{ ssa, iss: clientId, created_at, expiration, status: 'ACTIVE' }]]
}

async function create(request, body) {
  const { client_id: clientId } = bearer(request)
  const { org_id, software_id, software_roles, grant_types, one_time_use } = JSON.parse(body)
  const [jti, iat] = [randomUUID(), seconds()]
  const exp = iat + 86400 * 30
  const input = `${SSA_HEADER}.${base64url({ jti, iss: issuer, iat, exp, org_id, software_id, software_roles, grant_types })}`
  const signature = await new Promise((resolve, reject) =>
    sign('sha256', Buffer.from(input), rsa.privateKey, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    ),
  )
  await one(
    'create',
    `WITH issued AS (INSERT INTO ssa (jti, organization_id, software_id, software_roles, grant_types, one_time_use, rotate_ssa,
        kid, signing_input, issued_by_client, issued_by_name, created_at, expires_at)
      SELECT $1, $2, $3, $4, $5, $6, true, $7, $8, c.id, c.name, to_timestamp($9), to_timestamp($10) FROM client c WHERE c.id = $11
      RETURNING jti, organization_id)
    ${AUDIT} SELECT $12, now(), organization_id, 'client', $11, 'limit', 'ssa.issue', 'ssa', jti::text, 'limit', 'limit' FROM issued`,
    [
      jti,
      org_id,
      software_id,
      software_roles,
      grant_types,
      one_time_use,
      kid,
      input,
      iat,
      exp,
      clientId,
      randomUUID(),
    ],
  )
  return [201, { ssa: `${input}.${signature.toString('base64url')}` }]
}

async function introspect(request, body) {
  const [id, secret] = basic(request)
  const client = await one('client', 'SELECT secret_hash, scopes FROM client WHERE id = $1', [id])
  if (client.secret_hash !== sha256(secret)) throw 0
  return [200, { active: true, token_type: 'Bearer', ...openToken(new URLSearchParams(body).get('token')) }]
}

const LICENSE = `SELECT l.*, p.name, c.scopes FROM client c JOIN license l ON l.organization_id = c.organization_id
  JOIN product p ON p.code = l.product_code WHERE c.id = $1`

async function isActive(request, body) {
  const { client_id: clientId } = bearer(request)
  const { licenseKey } = JSON.parse(body)
  return [200, told(await one('by-key', `${LICENSE} AND l.key = $2`, [clientId, licenseKey]))]
}

async function retrieve(request) {
  const { client_id: clientId } = bearer(request)
  const row = await one('live', `${LICENSE} AND l.status = 'LIVE' AND l.product_code = 'adminui001'`, [
    clientId,
  ])
  return [200, { licenseKey: row.key, mauThreshold: row.mau_threshold }]
}

/** Only so that both sides are prepared alike: the license is there already. */
async function anyLicense(request) {
  const row = await one('any', LICENSE, [bearer(request).client_id])
  return [200, { license: row.key }]
}

const base = '/jans-auth/restv1'
const ROUTES = {
  [`POST ${base}/token`]: token,
  [`POST ${base}/register`]: register,
  [`POST ${base}/introspection`]: introspect,
  'POST /v1/license/isActive': isActive,
  'GET /v1/license/retrieve': retrieve,
  'POST /v1/license/trial': anyLicense,
  'POST /v1/license/activate': anyLicense,
  [`HEAD ${base}/ssa`]: validate,
  [`HEAD ${base}/ssa?once`]: burn,
  [`GET ${base}/ssa`]: get,
  [`POST ${base}/ssa`]: create,
}

async function answer(request, body, response) {
  const path = request.method === 'GET' ? request.url.split('?')[0] : request.url
  const [status, value] = await ROUTES[`${request.method} ${path}`](request, body).catch(() => [500])
  const text = value ? JSON.stringify(value) : ''
  const length = Buffer.byteLength(text)
  const headers = {
    'content-type': 'application/json',
    'content-length': length,
    'cache-control': 'no-store',
  }
  response.writeHead(status, headers).end(text)
}

createServer((request, response) => {
  let body = ''
  request.on('data', chunk => {
    body += chunk
  })
  request.on('end', () => void answer(request, body, response))
}).listen(Number(process.env.PORT), () => process.stdout.write('ready\n'))
