import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSmtp, type TestSmtp } from '@/lib/testing/smtp'
import { composeMail } from './layout'
import { sendMail } from './send'

let smtp: TestSmtp
let data: string
const settings = () => ({
  SMTP_URL: smtp.url,
  MAIL_FROM: 'Writ <writ@example.org>',
  WRIT_DATA: data,
  WRIT_URL: 'https://writ.test',
})

beforeAll(async () => {
  smtp = await startSmtp()
  data = await mkdtemp(join(tmpdir(), 'writ-mail-'))
})
beforeEach(() => {
  smtp.mails.length = 0
  smtp.refusal = null
})
afterAll(async () => {
  await smtp.close()
  await rm(data, { recursive: true })
})

const mail = composeMail({
  to: 'ada@example.org',
  subject: 'Join <b>Acme</b> & "friends"\r\nBcc: eve@example.org',
  paragraphs: ['<script>alert(1)</script>', "It's fine."],
  action: { label: 'Open', url: 'https://writ.test/x?a=1&b="2' },
  footnote: 'Because <i>somebody</i> asked.',
})

describe('sendMail', () => {
  it('gives the server one message with text and HTML that say the same', async () => {
    await sendMail(mail, settings())
    const [got] = smtp.mails
    expect(got).toMatchObject({
      from: { name: 'Writ', address: 'writ@example.org' },
      to: [{ address: 'ada@example.org' }],
    })
    for (const sentence of ["It's fine.", 'Because <i>somebody</i> asked.']) {
      expect(got?.text).toContain(sentence)
    }
    expect(got?.text).toContain('Open:\nhttps://writ.test/x?a=1&b="2\n')
    expect(got?.html).toContain('It&#39;s fine.')
  })

  it('escapes everything in the HTML part, and lets no line break into a header', async () => {
    await sendMail(mail, settings())
    const [got] = smtp.mails
    expect(got?.html).not.toMatch(/<script|<b>|<i>|"2"/)
    expect(got?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(got?.html).toContain('href="https://writ.test/x?a=1&amp;b=&quot;2"')
    expect(got?.subject).toBe('Join <b>Acme</b> & "friends" Bcc: eve@example.org')
    expect(got?.bcc).toBeUndefined()
  })

  it('never makes two recipients of one address', async () => {
    await sendMail({ ...mail, to: 'ada@example.org, eve@example.org' }, settings()).catch(() => {})
    expect(smtp.mails.flatMap(one => one.to ?? [])).not.toContainEqual(
      expect.objectContaining({ address: 'eve@example.org' }),
    )
  })

  it('tells a refusal for good from one for now', async () => {
    smtp.refusal = { code: 550, message: 'no such mailbox' }
    await expect(sendMail(mail, settings())).rejects.toMatchObject({
      name: 'MailError',
      permanent: true,
      message: expect.stringMatching(
        /^The mail server 127\.0\.0\.1:\d+ did not take the message: .*no such mailbox/,
      ),
    })
    smtp.refusal = { code: 451, message: 'try later' }
    await expect(sendMail(mail, settings())).rejects.toMatchObject({ name: 'MailError', permanent: false })
  })

  it('says which server cannot be reached, without its password', async () => {
    const SMTP_URL = 'smtp://user:hunter2@127.0.0.1:9'
    const refused: unknown = await sendMail(mail, { ...settings(), SMTP_URL }).catch(error => error)
    expect(refused).toMatchObject({ name: 'MailError', permanent: false })
    expect(String(refused)).toMatch(/127\.0\.0\.1:9/)
    expect(String(refused)).not.toContain('hunter2')
  })

  it('without SMTP_URL writes the message into the outbox, for nobody else to read', async () => {
    await sendMail(mail, { ...settings(), SMTP_URL: undefined })
    const outbox = join(data, 'outbox')
    const files = await readdir(outbox)
    expect(files).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}\.eml$/)])
    const file = join(outbox, files[0] ?? '')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(outbox)).mode & 0o777).toBe(0o700)
    const kept = await PostalMime.parse(await readFile(file))
    expect(kept).toMatchObject({ to: [{ address: 'ada@example.org' }], subject: /friends/ })
    expect(kept.text).toContain('https://writ.test/x?a=1&b="2')
  })
})
