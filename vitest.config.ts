import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['lib/**/*.test.ts', 'boot/**/*.test.ts', 'components/**/*.test.ts'],
    globalSetup: ['lib/testing/postgres-setup.ts'],
    pool: 'forks',
    // Vitest leaves one core free: of two, files would run one after another.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // These end what hangs. Databases and processes are real, and a busy machine is several times slower.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    // Tests are not told by the machine they run on.
    env: { TZ: 'UTC', LOG_LEVEL: 'error' },
  },
})
