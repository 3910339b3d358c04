import { pino } from 'pino'
import { z } from 'zod'
import type { Env } from '@/lib/env'

/** The last words of a start: where the portal is and how to sign in. */
export function announce(env: Env, formerIssuer: string | null): void {
  const lines = ['', `  Writ is ready at ${env.WRIT_URL}`, '', ...howToSignIn(env), '']
  if (formerIssuer) {
    lines.push(
      `  The address changed: statements issued at ${formerIssuer} stay valid, new ones name ${env.WRIT_URL}.`,
      '',
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

function howToSignIn(env: Env): string[] {
  const byMail = env.SMTP_URL
    ? '  Sign in with your e-mail address: a link is mailed to you.'
    : '  Sign in with any e-mail address: no SMTP_URL is set, so the link appears here and in the outbox folder.'
  return [byMail, '  Or print a sign-in link:  npm run -s writ -- signin-link you@example.com']
}

/** The steps of a start are for the person who watches it: sentences, not log lines. */
export const startLog = pino(
  { base: null },
  {
    write: line =>
      void process.stdout.write(`  ${z.object({ msg: z.string() }).parse(JSON.parse(line)).msg}\n`),
  },
)
