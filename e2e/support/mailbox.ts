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
}

/** The one link in a message. */
export function linkIn(mail: ReceivedMail): string {
  const links = new Set(mail.text.match(/https?:\/\/\S+/g) ?? [])
  const [link, ...more] = links
  if (!link || more.length > 0) throw new Error(`Expected one link in:\n${mail.text}`)
  return link
}
