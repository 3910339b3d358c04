import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let folder: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writ-boot-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** Runs a piece of plain JavaScript in a Node of its own. */
function node(script: string, ...args: string[]) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...args])
  children.push(child)
  const ended = once(child, 'exit')
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  return { child, ended, output }
}

describe('an old Node', () => {
  const asVersion = (version: string) =>
    node(`Object.defineProperty(process, 'versions', { value: { node: '${version}' } })
          await import('./boot/node-version.mjs')`)

  test('is told which one to install, in one sentence', async () => {
    const { ended, output } = asVersion('18.20.1')
    expect((await ended)[0]).toBe(1)
    expect((await output)[1]).toBe(
      'Writ needs Node 20.19 or newer, and this is Node 18.20.1. Install a newer one from https://nodejs.org and run the command again.\n',
    )
  })

  test('is one before 20.19', async () => {
    expect((await asVersion('20.18.9').ended)[0]).toBe(1)
    expect((await asVersion('20.19.0').ended)[0]).toBe(0)
    expect((await asVersion('22.0.0').ended)[0]).toBe(0)
  })
})

describe('two starts in one checkout', () => {
  const prepareFor = (ms: number) =>
    node(
      `const { withLock } = await import('./boot/lock.mjs')
       const { appendFileSync } = await import('node:fs')
       const note = word => appendFileSync(process.argv[1] + '/notes', word + ' ')
       await withLock(1, async () => {
         note('in')
         await new Promise(resolve => setTimeout(resolve, ${ms}))
         note('out')
       }, process.argv[1] + '/lock')`,
      folder,
    )
  const notes = () => readFile(join(folder, 'notes'), 'utf8').catch(() => '')

  test('prepare it one after the other', async () => {
    await Promise.all([prepareFor(200), prepareFor(200), prepareFor(200)].map(start => start.ended))
    expect(await notes()).toBe('in out in out in out ')
  })

  test('do not wait for one that was killed', async () => {
    const killed = prepareFor(60_000)
    await expect.poll(notes).toBe('in ')
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(await prepareFor(0).ended).toEqual([0, null])
    expect(await notes()).toBe('in in out ')
  })

  test('do not wait for another program that got the number of one that was killed', async () => {
    await writeFile(join(folder, 'lock'), String(process.pid))
    await utimes(join(folder, 'lock'), new Date(0), new Date(0))
    expect(await prepareFor(0).ended).toEqual([0, null])
  })
})

describe('a checkout that a server runs from', () => {
  const serverIn = async () => {
    const server = node(
      `const { announceServer } = await import('./boot/running.mjs')
       announceServer(process.argv[1] + '/running')
       console.log('running')
       setInterval(() => {}, 1000)`,
      folder,
    )
    await once(server.child.stdout, 'readable')
    return server
  }
  const build = async () => {
    const start = node(
      `const { assertNoServer } = await import('./boot/running.mjs')
       await assertNoServer(process.argv[1] + '/running').catch(error => console.log(error.message))`,
      folder,
    )
    return (await start.output)[0]
  }

  test('is not built anew: whoever tries is told which one to stop', async () => {
    const { child, ended } = await serverIn()
    expect(await build()).toBe(
      `the sources have changed, and a server (process ${child.pid}) runs from what was built before. Stop it, then try again.\n`,
    )
    child.kill('SIGTERM')
    await ended
    expect(await build()).toBe('')
  })

  test('must be writable where servers tell that they run: else a start ends with one sentence', async () => {
    await writeFile(join(folder, 'file'), '')
    const start = node(
      `const { announceServer } = await import('./boot/running.mjs')
       announceServer(process.argv[1] + '/file')`,
      folder,
    )
    const [, words] = await start.output
    expect(words).toMatch(/^\nThis user cannot write to \S+\/file, which .+\.\n$/)
    expect(await start.ended).toEqual([1, null])
  })

  test('is built anew after one that was killed', async () => {
    const { child, ended } = await serverIn()
    child.kill('SIGKILL')
    await ended
    expect(await build()).toBe('')
  })
})

describe('a tool that a start runs', () => {
  test('ends before the start does when that is told to stop', async () => {
    const start = node(
      `const { run } = await import('./boot/run.mjs')
       await run('sh', ['-c', 'echo $$ > ' + process.argv[1] + '/pid; exec sleep 60'])`,
      folder,
    )
    const pid = async () => Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''))
    await expect.poll(pid).toBeGreaterThan(0)
    start.child.kill('SIGTERM')
    expect(await start.ended).toEqual([143, null])
    const tool = await pid()
    expect(() => process.kill(tool, 0)).toThrow('ESRCH')
  })

  test('learns nothing of npm’s own run, nor that this is production', async () => {
    const script = `const { toolEnvironment } = await import('./boot/run.mjs')
      process.env = { PATH: '/bin', NODE_ENV: 'production', INIT_CWD: '/', npm_lifecycle_event: 'start',
        npm_config_omit: 'dev', npm_config_registry: 'https://registry.example', npm_config_ignore_scripts: 'true' }
      console.log(JSON.stringify(toolEnvironment()))`
    const { output } = node(script)
    expect(JSON.parse((await output)[0])).toEqual({
      PATH: '/bin',
      npm_config_registry: 'https://registry.example',
      npm_config_ignore_scripts: 'true',
      NEXT_TELEMETRY_DISABLED: '1',
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    })
  })
})

describe('what is built', () => {
  test('is made from sources, and from no test', async () => {
    const { output } = node(`const { sources } = await import('./boot/fingerprint.mjs')
      console.log(JSON.stringify(sources(['lib', 'server.ts'])))`)
    const files: string[] = JSON.parse((await output)[0])
    expect(files).toContain('server.ts')
    expect(files).toContain('lib/env.ts')
    expect(files.filter(file => /\.test\.ts|generated/.test(file))).toEqual([])
  })
})
