import type { Ctx } from '@/lib/context'
import type { Tx } from '@/lib/db'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Mail } from './send'
import { SEAL } from './worker'

/** Sends the mail after the caller's transaction commits, with retries. It is sealed: no link stands in clear. */
export async function queueMail(tx: Tx, ctx: Pick<Ctx, 'secrets'>, mail: Mail): Promise<void> {
  const sealed = ctx.secrets.seal(SEAL, Buffer.from(JSON.stringify(mail)))
  await enqueue(tx, 'mail', { sealed: Buffer.from(sealed).toString('base64') })
}
