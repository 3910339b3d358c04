import { z } from 'zod'
import type { Worker } from '@/lib/jobs/work'
import { HopelessJob } from '@/lib/jobs/work'
import type { Secrets } from '@/lib/secrets'
import { MailError, sendMail } from './send'

/** The purpose under which queued mails are sealed. */
export const SEAL = 'mail'

const jobSchema = z.object({ sealed: z.base64() })
const mailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  link: z.string().optional(),
})

/** Sends the mails that `queueMail` wrote. */
export function mailWorker(secrets: Secrets, send: typeof sendMail = sendMail): Worker {
  return {
    queue: 'mail',
    every: 1000,
    done: 'delete',
    async run(data, id) {
      const mail = unseal(secrets, data)
      try {
        await send({ ...mail, id })
      } catch (error) {
        if (error instanceof MailError && error.permanent) throw new HopelessJob(error.message)
        throw error
      }
    },
  }
}

function unseal(secrets: Secrets, data: unknown) {
  try {
    const { sealed } = jobSchema.parse(data)
    return mailSchema.parse(JSON.parse(secrets.open(SEAL, Buffer.from(sealed, 'base64')).toString()))
  } catch {
    throw new HopelessJob('The queued mail was sealed under another master secret, or is damaged.')
  }
}
