import { authorize } from '@/lib/access/authorize'
import type { Ctx } from '@/lib/context'
import { composeMail } from '@/lib/email/layout'
import { type Mail, MailError, sendMail } from '@/lib/email/send'
import { AppError } from '@/lib/errors'
import { takeFromLimit } from '@/lib/limits/take'
import { log } from '@/lib/log'
import { newSignInLink } from './link-token'
import type { SignInLinkInput } from './schema'
import { LINK_MINUTES } from './terms'

const WINDOW_SECONDS = 15 * 60
const LINKS_PER_EMAIL = 5
const LINKS_PER_ADDRESS = 20

/**
 * Mails a sign-in link; known and unknown addresses are treated alike. LIMIT after 5 to an address or 20 from a network
 * within 15 minutes, CONFLICT when no mail can be sent.
 */
export async function sendSignInLink(ctx: Ctx, { email, callbackUrl }: SignInLinkInput): Promise<void> {
  authorize(ctx, 'account:admit')
  await takeFromLimit(ctx, {
    key: `sign-in-link:from:${ctx.address}`,
    limit: LINKS_PER_ADDRESS,
    windowSeconds: WINDOW_SECONDS,
    message: 'Too many sign-in links were asked for from your network.',
  })
  await takeFromLimit(ctx, {
    key: `sign-in-link:to:${email}`,
    limit: LINKS_PER_EMAIL,
    windowSeconds: WINDOW_SECONDS,
    message: 'Several links were sent to this address already. Use the newest one.',
  })
  const url = await newSignInLink(ctx, email, callbackUrl)
  await sendMail(linkMail({ email, url, issuer: ctx.issuer })).catch(error => mailFailed(ctx, error))
}

/** The operator reads why in the log; the person can only come back. */
function mailFailed({ requestId }: Ctx, error: unknown): never {
  if (!(error instanceof MailError)) throw error
  log.error({ err: error, requestId }, 'a sign-in link could not be mailed')
  throw new AppError('CONFLICT', 'The mail could not be sent just now. Try again in a few minutes.')
}

function linkMail({ email, url, issuer }: { email: string; url: string; issuer: string }): Mail {
  const { host } = new URL(issuer)
  return composeMail({
    to: email,
    subject: `Sign in to Writ at ${host}`,
    paragraphs: [
      `Here is your link to sign in to Writ at ${host}. It works once, within ${LINK_MINUTES} minutes.`,
      'The page it opens has one button: press it to sign in on that device.',
    ],
    action: { label: 'Open the sign-in page', url },
    footnote:
      'You get this mail because someone entered your address on the sign-in page. If it was not you, do nothing: nobody can sign in without this link. Never pass it on.',
  })
}
