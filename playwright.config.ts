import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// Debian's browser when it is there: a download may be impossible where the tests run.
const executablePath = [process.env.WRIT_CHROMIUM, '/usr/bin/chromium'].find(path => path && existsSync(path))

// Tests are not told by the machine they run on, nor are the servers and browsers that they start.
process.env.TZ = 'UTC'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // These end what hangs. A machine that is busy with something else is several times slower, and no test is late there.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: process.env.CI ? [['line'], ['html', { open: 'never' }]] : 'list',
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-default-browser-check',
      ],
    },
    // Nothing is caught halfway through a fade.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
  },
})
