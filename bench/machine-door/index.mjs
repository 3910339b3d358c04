// `npm run bench`: Writ's machine door beside oidc-provider and beside the physical limit, on one core each, with one
// PostgreSQL, one after the other. Prints a table and writes bench/results.json. Linux with two cores; about six minutes.
// `npm run bench -- token 'GET /ssa?jti'` measures these rows alone, beside the bare server.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { makeReady } from '../../boot/prepare.mjs'
import { freePort } from '../free-port.mjs'
import { measure } from './measure.mjs'
import { node22, root, startDatabase, startSide, writ } from './processes.mjs'
import { CALM, PEER_ROWS, prepare, preparePeer, ROWS, SCOPES } from './rows.mjs'

const MANY = 1_000_000
const GROWING = ['GET /ssa?jti', 'validate (reusable)']

const chosen = process.argv.slice(2)
const rows = chosen.length === 0 ? ROWS : Object.fromEntries(chosen.map(row => [row, ROWS[row]]))

await makeReady(['packages', 'client', 'server', 'command', 'pages'])
const folder = await mkdtemp(join(tmpdir(), 'writ-bench-'))
const database = await startDatabase(join(folder, 'database'))
const pool = new pg.Pool({ connectionString: database.url })
const env = {
  DATABASE_URL: database.url,
  WRIT_DATA: join(folder, 'data'),
  WRIT_RATE_LIMITS: 'off',
  WRIT_HOST: '127.0.0.1',
}
const results = {}
try {
  const { prepared, keys } = await measureSide('writ', ['dist/server.mjs'], rows)
  if (chosen.length === 0) await measureMany()
  await measureSide('limit', ['bench/machine-door/limit.mjs'], rows)
  if (chosen.length === 0)
    await measurePeer({ jwt: prepared.ssa, key: keys.find(key => key.kid === kidOf(prepared.ssa)) })
  await report()
} finally {
  await pool.end()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
}

/** What must not grow with the table, once more with a million statements in it. */
async function measureMany() {
  await seedStatements(MANY, false)
  await pool.query('ANALYZE ssa')
  const growing = Object.fromEntries(GROWING.map(row => [row, ROWS[row]]))
  await measureSide('writ with 1,000,000 SSAs', ['dist/server.mjs'], growing)
  await pool.query(`DELETE FROM ssa WHERE software_id = 'seeded'`)
}

async function measureSide(name, program, rows) {
  const side = { name, port: await freePort() }
  const ours = { ...env, PORT: String(side.port) }
  const ready = name === 'limit' ? 'ready' : 'Writ is ready'
  const running = await startSide({ command: [node22, ...program], env: ours, ready })
  const client = await newClient(ours)
  const prepared = await prepare(side, client)
  for (const [row, build] of Object.entries(rows)) {
    const makeLoad = async seconds => ({
      port: side.port,
      ...(await build(side, {
        client,
        prepared,
        seconds,
        seedOneTime: count => seedStatements(count, true),
      })),
    })
    keep(row, name, await measure({ pid: running.pid, makeLoad, calm: CALM.includes(row) }))
  }
  const keys = name === 'limit' ? [] : await publishedKeys(side)
  await running.stop()
  return { prepared, keys }
}

async function measurePeer({ jwt, key }) {
  for (const tokens of ['jwt', 'opaque']) {
    const side = { port: await freePort() }
    const settings = { ...env, PORT: String(side.port), TOKENS: tokens, STATEMENT_KEY: JSON.stringify(key) }
    const command = [node22, 'bench/machine-door/oidc-provider.mjs']
    const running = await startSide({ command, env: settings, ready: 'ready' })
    const facts = await preparePeer(side, jwt)
    const rows = tokens === 'jwt' ? ['token', 'registration'] : ['introspection']
    for (const row of rows) {
      const makeLoad = async () => ({ port: side.port, ...PEER_ROWS[row](facts) })
      keep(row, 'oidc-provider', await measure({ pid: running.pid, makeLoad }))
    }
    await running.stop()
  }
}

async function newClient(settings) {
  const made = await writ(
    settings,
    'client',
    'create',
    '--name',
    'bench',
    '--scope',
    SCOPES.join(' '),
    '--json',
  )
  const { client_id: id, client_secret: secret } = JSON.parse(made)
  return { id, secret }
}

async function publishedKeys({ port }) {
  return (await (await fetch(`http://127.0.0.1:${port}/jans-auth/restv1/jwks`)).json()).keys
}

function kidOf(jwt) {
  return JSON.parse(Buffer.from(jwt.split('.')[0], 'base64url')).kid
}

/** Statements straight into the table, of the organization that the rows use; gives their ids. */
async function seedStatements(count, oneTime) {
  const text = `INSERT INTO ssa (jti, organization_id, software_id, software_roles, grant_types, one_time_use, rotate_ssa, kid,
      signing_input, issued_by_name, created_at, expires_at)
    SELECT gen_random_uuid(), 'bench', 'seeded', '{license}', '{client_credentials}', $2, true,
      (SELECT kid FROM signing_key WHERE purpose = 'SSA' AND status = 'ACTIVE'), 'e30.e30', 'bench',
      now(), now() + interval '1 year' FROM generate_series(1, $1) ${oneTime ? 'RETURNING jti' : ''}`
  const { rows } = await pool.query(text, [count, oneTime])
  return rows.map(row => row.jti)
}

function keep(row, side, measured) {
  results[row] = { ...results[row], [side]: measured }
  console.log(`${row.padEnd(20)} ${side.padEnd(26)} ${Math.round(measured.rps)} requests/s`)
}

async function report() {
  const table = {}
  for (const [row, sides] of Object.entries(results)) {
    for (const [side, measured] of Object.entries(sides)) {
      const { rps, p50, p99, p99AtHalf, worstP99AtHalf, cpuMicros, peakMB, spread } = measured
      table[`${row} · ${side}`] = {
        'requests/s': Math.round(rps),
        'p50 ms': Number(p50.toFixed(2)),
        'p99 ms': Number(p99.toFixed(2)),
        ...(p99AtHalf && {
          'p99 ms at half load': Number(p99AtHalf.toFixed(2)),
          'worst p99 there': Number(worstP99AtHalf.toFixed(2)),
        }),
        'CPU µs': Math.round(cpuMicros),
        'peak MB': peakMB,
        'spread %': Math.round(spread * 100),
        'writ ÷ this': Number((sides.writ.rps / rps).toFixed(2)),
      }
    }
  }
  console.table(table)
  const run = { id: randomUUID(), at: new Date(), cpu: cpus()[0]?.model, cores: cpus().length, results }
  await writeFile(join(root, 'bench/results.json'), `${JSON.stringify(run, null, 2)}\n`)
}
