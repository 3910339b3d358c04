import type { Ctx } from '@/lib/context'
import { SEAL } from '@/lib/email/worker'

/** The mails that wait in the queue for this address, the latest first. */
export async function queuedMails(
  ctx: Ctx,
  to: string,
): Promise<{ to: string; subject: string; text: string; link?: string }[]> {
  const rows = await ctx.db.$queryRaw<{ sealed: string }[]>`
    SELECT data->>'sealed' AS sealed FROM jobs.job WHERE name = 'mail' ORDER BY created_on DESC`
  return rows
    .map(row => JSON.parse(ctx.secrets.open(SEAL, Buffer.from(row.sealed, 'base64')).toString()))
    .filter(mail => mail.to === to)
}
