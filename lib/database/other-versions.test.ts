import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeDataDir, query } from '@/lib/testing/embedded'
import { quiet } from '@/lib/testing/log'
import { startOtherPostgres } from '@/lib/testing/other-postgres'
import { checkConnection } from './connect-check'
import { migrate } from './migrate'

// Debian and Ubuntu keep each version's programs here; none need be installed.
const installed = '/usr/lib/postgresql'
const versions = existsSync(installed) ? readdirSync(installed).filter(version => Number(version) >= 14) : []

describe.skipIf(versions.length === 0)('a PostgreSQL of this machine', () => {
  test.each(versions)('of version %s takes every migration, a second time too', async version => {
    const { path, discard } = await makeDataDir()
    const { url, stop } = await startOtherPostgres(join(installed, version, 'bin'), path)
    await expect.poll(() => query(url, 'SELECT 1').catch(() => [])).toHaveLength(1)
    await checkConnection(url)
    await migrate({ url, log: quiet })
    await migrate({ url, log: quiet })
    expect(await query(url, `SELECT to_regclass('ssa')::text AS ssa`)).toEqual([{ ssa: 'ssa' }])
    await stop()
    await discard()
  })
})
