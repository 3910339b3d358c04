import type { ReceivedMail } from './mail-server'

/** One person's mail: each call waits for a message that was not read yet. Messages arrive in any order. */
export class Mailbox {
  private received = 0
  private unread: ReceivedMail[] = []
  constructor(readonly address: string) {}

  async next(): Promise<ReceivedMail> {
    return this.unread.shift() ?? this.receive()
  }

  /** The next message that says this; others stay unread. */
  async nextWith(text: string): Promise<ReceivedMail> {
    const says = (mail: ReceivedMail) => `${mail.subject}\n${mail.text}`.includes(text)
    const known = this.unread.find(says)
    if (known) {
      this.unread = this.unread.filter(mail => mail !== known)
      return known
    }
    const mail = await this.receive()
    if (says(mail)) return mail
    this.unread.push(mail)
    return this.nextWith(text)
  }

  private async receive(): Promise<ReceivedMail> {
    const address = encodeURIComponent(this.address)
    const answer = await fetch(`${process.env.E2E_MAIL_URL}/${address}/${this.received}`)
    this.received += 1
    return answer.json()
  }
}

/** The one link in a message. */
export function linkIn(mail: ReceivedMail): string {
  const links = new Set(mail.text.match(/https?:\/\/\S+/g) ?? [])
  const [link, ...more] = links
  if (!link || more.length > 0) throw new Error(`Expected one link in:\n${mail.text}`)
  return link
}
