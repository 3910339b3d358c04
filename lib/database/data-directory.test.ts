import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeDataDir } from '@/lib/testing/embedded'
import { makeDataDirectory } from './data-directory'
import { hasDatabase } from './embedded'
import { StartError } from './start-error'

let data: Awaited<ReturnType<typeof makeDataDir>>
beforeAll(async () => {
  data = await makeDataDir()
  await writeFile(join(data.path, 'file'), '')
  await symlink(join(data.path, 'nowhere'), join(data.path, 'dangling'))
  await symlink('circle', join(data.path, 'circle'))
})
afterAll(() => data.discard())

it('is made with what leads to it, once of many at once, for its owner alone, and left empty', async () => {
  const path = join(data.path, 'a', 'b', 'c')
  await Promise.all(Array.from({ length: 10 }, () => makeDataDirectory(path)))
  expect((await stat(path)).mode & 0o777).toBe(0o700)
  expect(await readdir(path)).toEqual([])
})

it('is left as it is where it is there', async () => {
  const path = join(data.path, 'mine')
  await mkdir(path, { mode: 0o750 })
  await makeDataDirectory(path)
  expect((await stat(path)).mode & 0o777).toBe(0o750)
})

const refusal = (path: string) =>
  new StartError(
    `The data directory ${path} cannot be written. Make it writable, or name another one in WRIT_DATA.`,
  )

it.each([
  ['a file', 'file'],
  ['below a file', 'file/data'],
  ['a link that leads nowhere', 'dangling'],
  ['below a link that leads nowhere', 'dangling/data'],
  ['a link that leads in a circle', 'circle'],
  ['a name that is too long', 'a'.repeat(300)],
  ['below a device', '/dev/null/writ'],
  ['where the system makes none', '/proc/writ/data'],
  ['a folder of the system, which takes nothing', '/proc'],
])('is told in a sentence when it is %s', async (_name, path) => {
  const wanted = resolve(data.path, path)
  await expect(makeDataDirectory(wanted)).rejects.toEqual(refusal(wanted))
})

it.each(['circle', 'a'.repeat(300)])(
  'is told so, too, where a database is looked for in it: %s',
  async path => {
    const wanted = join(data.path, path)
    await expect(hasDatabase(wanted)).rejects.toEqual(refusal(wanted))
  },
)
