const utc = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** A moment as mails tell it. */
export function inUtc(date: Date): string {
  return `${utc.format(date)} UTC`
}
