import { randomBytes } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { z } from 'zod'
import { type Env, env } from '@/lib/env'
import { log } from '@/lib/log'

/** One message to one person. `link` is what the message is about: it is logged only when no mail is sent at all. */
export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  link?: string
  /** What receivers know the message by (RFC 5322 §3.6.4): of two with one id they may drop the second. */
  id?: string
}

/** Why a message did not leave, for the operator: names the server and its answer, never the content. */
export class MailError extends Error {
  override readonly name = 'MailError'

  constructor(
    message: string,
    /** The server said that it will never take this message. */
    readonly permanent: boolean,
  ) {
    super(message)
  }
}

type Settings = Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'WRIT_DATA' | 'WRIT_URL'>

const TIMEOUTS = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
}

/** Sends now: through `SMTP_URL`, else into `<WRIT_DATA>/outbox`. Throws MailError when the server does not take it. */
export async function sendMail(mail: Mail, settings: Settings = env()): Promise<void> {
  const { link, to, id, ...content } = mail
  const message: SendMailOptions = {
    ...content,
    // As an object, so that a comma in the address never makes two recipients.
    to: { name: '', address: to },
    from: settings.MAIL_FROM,
    ...(id && { messageId: `<${id}@${new URL(settings.WRIT_URL).hostname}>` }),
  }
  if (settings.SMTP_URL) return deliver(message, settings.SMTP_URL)
  const file = await putInOutbox(message, join(settings.WRIT_DATA, 'outbox'))
  log.info({ to, subject: mail.subject, link, file }, 'SMTP_URL is not set: mail kept in the outbox')
}

async function deliver(message: SendMailOptions, url: string): Promise<void> {
  const transport = createTransport({ url, disableFileAccess: true, ...TIMEOUTS })
  try {
    await transport.sendMail(message)
  } catch (error) {
    const sentence = `The mail server ${new URL(url).host} did not take the message: ${reason(error)}`
    throw new MailError(sentence, isPermanent(error))
  } finally {
    transport.close()
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : 'unknown'
}

/** A 5xx answer about this message or its address (RFC 5321 §4.2.1); a refused login is the operator's to mend. */
function isPermanent(error: unknown): boolean {
  const { code, responseCode } = smtpFailure.catch({}).parse(error)
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
}

const smtpFailure = z.object({ code: z.string().optional(), responseCode: z.number().optional() })

/** Written beside and renamed, so that whoever watches the folder never reads half a message. */
async function putInOutbox(message: SendMailOptions, folder: string): Promise<string> {
  const { message: raw } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail(message)
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const file = join(folder, `${time}-${randomBytes(4).toString('hex')}.eml`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(`${file}.part`, raw.toString(), { mode: 0o600 })
  await rename(`${file}.part`, file)
  return file
}
