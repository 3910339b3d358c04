import type { ReceivedMail } from './mail-server'

/** One person's mail: each `next` waits for the first message that was not read yet. */
export class Mailbox {
  private read = 0
  constructor(readonly address: string) {}

  async next(): Promise<ReceivedMail> {
    const answer = await fetch(`${process.env.E2E_MAIL_URL}/${encodeURIComponent(this.address)}/${this.read}`)
    this.read += 1
    return answer.json()
  }

  /** The next message that says this, past what other journeys send to the same person meanwhile. */
  async nextWith(text: string): Promise<ReceivedMail> {
    const mail = await this.next()
    return `${mail.subject}\n${mail.text}`.includes(text) ? mail : this.nextWith(text)
  }
}

/** The one link in a message. */
export function linkIn(mail: ReceivedMail): string {
  const links = new Set(mail.text.match(/https?:\/\/\S+/g) ?? [])
  const [link, ...more] = links
  if (!link || more.length > 0) throw new Error(`Expected one link in:\n${mail.text}`)
  return link
}
