import { EventEmitter, once } from 'node:events'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { json, type Running, serve } from './http'

export interface ReceivedMail {
  from: string
  to: string
  subject: string
  text: string
  html: string
}

export interface MailServer extends Running {
  smtpUrl: string
}

/** A real SMTP server. Tests read what it received over HTTP: `GET /<address>/<n>` waits for its n-th message. */
export async function startMailServer(): Promise<MailServer> {
  const received = new EventEmitter().setMaxListeners(0)
  const mails: ReceivedMail[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      readMail(
        stream,
        session.envelope.rcptTo.map(rcpt => rcpt.address),
      ).then(arrived => {
        mails.push(...arrived)
        received.emit('mail')
        done()
      }, done)
    },
  })
  await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve))
  const api = await serve(async (request, response) => {
    const [, address = '', n = '0'] = (request.url ?? '').split('/').map(decodeURIComponent)
    const wanted = () => mails.filter(mail => mail.to === address)[Number(n)]
    while (!wanted() && !response.destroyed) await once(received, 'mail')
    json(response, wanted())
  })
  return {
    url: api.url,
    smtpUrl: `smtp://127.0.0.1:${smtpPort(smtp)}`,
    async stop() {
      await api.stop()
      await new Promise<void>(resolve => smtp.close(resolve))
    },
  }
}

async function readMail(stream: AsyncIterable<Buffer>, recipients: string[]): Promise<ReceivedMail[]> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  const { from, subject = '', text = '', html = '' } = await PostalMime.parse(Buffer.concat(chunks))
  return recipients.map(to => ({ from: from?.address ?? '', to: to.toLowerCase(), subject, text, html }))
}

function smtpPort(smtp: SMTPServer): number {
  const address = smtp.server.address()
  if (address === null || typeof address === 'string')
    throw new Error('The SMTP server does not listen on TCP.')
  return address.port
}
