import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on a free port that keeps what it takes. */
export interface TestSmtp {
  url: string
  mails: Email[]
  /** What it answers to the next messages; null: it takes them. */
  refusal: { code: number; message: string } | null
  close(): Promise<void>
}

export async function startSmtp(): Promise<TestSmtp> {
  const mails: Email[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const { refusal } = smtp
        if (refusal) return done(Object.assign(new Error(refusal.message), { responseCode: refusal.code }))
        PostalMime.parse(Buffer.concat(chunks)).then(mail => {
          mails.push(mail)
          done()
        }, done)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    mails,
    refusal: null,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  return smtp
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
