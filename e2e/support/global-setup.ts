import { randomBytes } from 'node:crypto'
import { newDatabase } from './database'
import { DOUBLE_CLIENT, startGitHubDouble } from './github-double'
import { startMailServer } from './mail-server'
import { startWrit } from './writ'

/** Starts what every journey needs, and tells the workers through the environment where it is. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const [database, mail, github] = await Promise.all([newDatabase(), startMailServer(), startGitHubDouble()])
  const settings = {
    DATABASE_URL: database.url,
    WRIT_MASTER_SECRET: randomBytes(32).toString('hex'),
    SMTP_URL: mail.smtpUrl,
    GITHUB_ID: DOUBLE_CLIENT.id,
    GITHUB_SECRET: DOUBLE_CLIENT.secret,
    GITHUB_URL: github.url,
    WRIT_RATE_LIMITS: 'off',
  }
  const stopRest = () => Promise.all([mail.stop(), github.stop(), database.stop()])
  const writ = await startWrit(settings).catch(async error => {
    await stopRest()
    throw error
  })
  Object.assign(process.env, {
    E2E_URL: writ.url,
    E2E_LOG: writ.log,
    E2E_MAIL_URL: mail.url,
    E2E_GITHUB_URL: github.url,
    E2E_SETTINGS: JSON.stringify(settings),
  })
  return async () => {
    await writ.stop()
    await stopRest()
  }
}
