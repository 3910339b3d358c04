import type PgBoss from 'pg-boss'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bossOn } from '@/lib/jobs/boss'
import { workOn } from '@/lib/jobs/work'
import { secretsFrom } from '@/lib/secrets'
import { testWorld } from '@/lib/testing/context'
import { eventually } from '@/lib/testing/eventually'
import { startSmtp, type TestSmtp } from '@/lib/testing/smtp'
import { composeMail } from './layout'
import { queueMail } from './queue'
import { sendMail } from './send'
import { mailWorker } from './worker'

const world = testWorld()
let smtp: TestSmtp
let boss: PgBoss
let stopping: AbortController
let loop: Promise<void> = Promise.resolve()

beforeAll(async () => {
  smtp = await startSmtp()
})
afterAll(() => smtp.close())
afterEach(async () => {
  stopping?.abort()
  await loop
  smtp.mails.length = 0
  smtp.refusal = null
})

const settings = () => ({
  SMTP_URL: smtp.url,
  MAIL_FROM: 'Writ <writ@example.org>',
  WRIT_DATA: '/nowhere',
  WRIT_URL: 'https://writ.test',
})
const send: typeof sendMail = mail => sendMail(mail, settings())

function startWorking(secrets = world.owner.secrets, sending = send): void {
  boss = bossOn(world.pool)
  stopping = new AbortController()
  const worker = mailWorker(secrets, sending)
  loop = workOn(boss, { ...worker, every: 20 }, stopping.signal)
}

const mailTo = (to: string) =>
  composeMail({
    to,
    subject: 'Hello',
    paragraphs: ['A word.'],
    action: { label: 'Open', url: 'https://writ.test/secret-link' },
    footnote: 'Why.',
  })
const queue = (to: string) => world.db.$transaction(tx => queueMail(tx, world.owner, mailTo(to)))
const jobs = async () => (await world.pool.query("SELECT * FROM jobs.job WHERE name = 'mail'")).rows

describe('queueMail', () => {
  it('sends what was committed and nothing else', async () => {
    const failed = world.db.$transaction(async tx => {
      await queueMail(tx, world.owner, mailTo('rolled-back@example.org'))
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    await queue('committed@example.org')
    startWorking()
    await eventually(() => expect(smtp.mails).toHaveLength(1))
    expect(smtp.mails[0]?.to).toMatchObject([{ address: 'committed@example.org' }])
    await eventually(async () => expect(await jobs()).toEqual([]))
  })

  it('keeps neither link nor address in clear while it waits', async () => {
    await queue('ada@example.org')
    const dump = JSON.stringify(await jobs())
    expect(dump).toContain('sealed')
    expect(dump).not.toMatch(/secret-link|ada@example\.org/)
    startWorking()
    await eventually(async () => expect(await jobs()).toEqual([]))
  })

  it('tries again, later and later, while the server says "not now", and keeps no content of the failure', async () => {
    smtp.refusal = { code: 451, message: 'greylisted' }
    await queue('ada@example.org')
    startWorking()
    await eventually(async () => expect(await jobs()).toMatchObject([{ state: 'retry' }]))
    const [job] = await jobs()
    expect(job.start_after.getTime() - job.started_on.getTime()).toBeGreaterThan(10_000)
    expect(job.output).toEqual({ reason: expect.stringContaining('greylisted') })
    expect(JSON.stringify(job)).not.toMatch(/secret-link|ada@example/)
    smtp.refusal = null
    await world.pool.query("UPDATE jobs.job SET start_after = now() WHERE state = 'retry'")
    await eventually(() => expect(smtp.mails).toHaveLength(1))
  })

  it('gives up when the server says "never", and when the last try failed', async () => {
    smtp.refusal = { code: 550, message: 'no such mailbox' }
    await queue('ada@example.org')
    startWorking()
    await eventually(async () => expect(await jobs()).toEqual([]))
    smtp.refusal = { code: 451, message: 'greylisted' }
    await queue('ada@example.org')
    await eventually(async () => expect(await jobs()).toMatchObject([{ state: 'retry' }]))
    await world.pool.query('UPDATE jobs.job SET start_after = now(), retry_count = retry_limit')
    await eventually(async () => expect(await jobs()).toEqual([]))
    expect(smtp.mails).toEqual([])
  })

  it('gives up on a mail that was sealed under another master secret', async () => {
    await queue('ada@example.org')
    startWorking(secretsFrom('another master secret, as long as the first'))
    await eventually(async () => expect(await jobs()).toEqual([]))
    expect(smtp.mails).toEqual([])
  })

  it('has one Message-ID, should it leave twice because nobody lived to say that it had left', async () => {
    let alive = false
    await queue('ada@example.org')
    startWorking(world.owner.secrets, async mail => {
      await send(mail)
      if (!alive) throw new Error('killed')
    })
    await eventually(async () => expect(await jobs()).toMatchObject([{ state: 'retry' }]))
    const [{ id }] = await jobs()
    alive = true
    await world.pool.query('UPDATE jobs.job SET start_after = now()')
    await queue('grace@example.org')
    await eventually(() => expect(smtp.mails).toHaveLength(3))
    const idsTo = (to: string) =>
      smtp.mails.filter(mail => mail.to?.[0]?.address === to).map(mail => mail.messageId)
    const once = `<${id}@writ.test>`
    expect(idsTo('ada@example.org')).toEqual([once, once])
    expect(idsTo('grace@example.org')).not.toContain(once)
  })

  it('is sent once by two processes', async () => {
    for (let i = 0; i < 20; i++) await queue(`reader-${i}@example.org`)
    startWorking()
    const first = { loop, stopping }
    startWorking()
    await eventually(async () => expect(await jobs()).toEqual([]))
    first.stopping.abort()
    await first.loop
    expect(new Set(smtp.mails.map(mail => mail.to?.[0]?.address)).size).toBe(20)
    expect(smtp.mails).toHaveLength(20)
  })
})
