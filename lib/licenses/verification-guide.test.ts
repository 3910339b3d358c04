import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '@/lib/clock'
import { publishedLicenseKeys } from '@/lib/keys/published'
import { testWorld } from '@/lib/testing/context'
import { enterprise, newSales } from '@/lib/testing/licensing'
import { licenseDocument } from './document'
import { retrieveLicenseSchema } from './schema'

const run = promisify(execFile)
const world = testWorld()
const ISSUER = 'https://writ.test'
const GUIDE = 'docs/guides/license-verification.md'

/** The examples of the guide, each with the tools that it needs. */
const EXAMPLES = [
  {
    name: 'the shell',
    file: 'verify-license.sh',
    command: ['sh', 'verify-license.sh'],
    needs: ['openssl', 'awk', 'od'],
  },
  { name: 'Node', file: 'verify-license.mjs', command: [process.execPath, 'verify-license.mjs'], needs: [] },
  {
    name: 'Java',
    file: 'VerifyLicense.java',
    command: ['java', '-Xshare:auto', 'VerifyLicense'],
    needs: ['java', 'javac'],
  },
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writ-guide-'))
  const guide = await readFile(GUIDE, 'utf8')
  const blocks = [...guide.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, block]) => block ?? '')
  for (const { file } of EXAMPLES) {
    const block = blocks.find(text => text.split('\n', 2).some(line => line.includes(`${file} license.jwt`)))
    await writeFile(join(folder, file), block ?? '')
  }
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What one example says of a document: the claims that it prints, or why it refuses. */
async function says(
  example: (typeof EXAMPLES)[number],
  document: string,
  { keys, issuer = ISSUER }: { keys: object; issuer?: string },
) {
  const id = crypto.randomUUID()
  const files = [`${id}.jwt`, `${id}.json`]
  await writeFile(join(folder, files[0] ?? ''), document)
  await writeFile(join(folder, files[1] ?? ''), JSON.stringify(keys))
  try {
    const [command = '', ...args] = example.command
    const { stdout } = await run(command, [...args, ...files, issuer], { cwd: folder })
    return JSON.parse(stdout)
  } catch (error) {
    const { code, stderr } = Object(error)
    expect(code, stderr).toBe(1)
    return stderr
  }
}

async function isThere(tool: string): Promise<boolean> {
  return run('sh', ['-c', `command -v ${tool}`]).then(
    () => true,
    () => false,
  )
}

const seconds = Math.floor(Date.now() / 1000)
const CLAIMS = {
  ...{ iss: ISSUER, sub: 'org:a', org_id: 'org:a', org_name: 'A "quoted" name, "exp":1}', jti: '1' },
  ...{ iat: seconds, nbf: seconds - 60, exp: seconds + 3600, license_key: 'H3VG-RK73-GS6J-Y6AD' },
  ...{ license_type: 'subscription', product_code: 'adminui001', product_name: 'Gluu Admin UI' },
  mau_threshold: 5000,
}

function signed(key: CryptoKey, claims: object, header: object = {}): Promise<string> {
  const protectedHeader = { typ: 'license+jwt', alg: 'ES256', kid: 'license_k', ...header }
  return new SignJWT({ ...CLAIMS, ...claims }).setProtectedHeader(protectedHeader).sign(key)
}

describe.each(EXAMPLES)('the check in $name', example => {
  it('accepts a document of ours, and refuses what is none', async context => {
    const there = await Promise.all(example.needs.map(isThere))
    if (there.includes(false)) return context.skip()
    // As the launcher of single files does, but once.
    if (example.file.endsWith('.java')) await run('javac', [example.file], { cwd: folder })
    world.clock.set(systemClock.now())
    const org = await world.newOrganization()
    const { key } = await enterprise(await newSales(world), org)
    const { jwt } = await licenseDocument(org, retrieveLicenseSchema.parse({}))
    const published = await publishedLicenseKeys(world.db, world.clock)
    expect(await says(example, `${jwt}\n`, { keys: published })).toMatchObject({
      license_key: key,
      mau_threshold: 5000,
    })

    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const { privateKey: otherKey } = await generateKeyPair('ES256')
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'license_k', alg: 'ES256', use: 'sig' }] }
    const good = await signed(privateKey, {})
    expect(await says(example, good, { keys })).toEqual(CLAIMS)
    const [head, , signature] = good.split('.')
    const changed = Buffer.from(JSON.stringify({ ...CLAIMS, mau_threshold: 9 })).toString('base64url')
    const unsigned = Buffer.from('{"typ":"license+jwt","alg":"none","kid":"license_k"}').toString('base64url')
    const refusals = [
      says(example, `${head}.${changed}.${signature}`, { keys }),
      says(example, await signed(otherKey, {}), { keys }),
      says(example, `${unsigned}.${good.split('.')[1]}.`, { keys }),
      says(example, good, { keys: published }),
      says(example, await signed(privateKey, {}, { typ: 'JWT' }), { keys }),
      says(example, await signed(privateKey, { exp: seconds - 1 }), { keys }),
      says(example, await signed(privateKey, { nbf: seconds + 3600 }), { keys }),
      says(example, good, { keys, issuer: 'https://other.test' }),
      says(example, 'not a document', { keys }),
    ]
    for (const refusal of await Promise.all(refusals)) expect(refusal).toMatch(/^refused: /)
  })
})
