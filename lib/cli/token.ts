import { Command } from 'commander'
import { createInitialAccessToken } from '@/lib/clients/initial-access-token'
import { initialAccessTokenSchema } from '@/lib/clients/schema'
import { DAY_SECONDS } from '@/lib/days'
import { AppError } from '@/lib/errors'
import { asOperator, print } from './session'
import { typed } from './typed'

interface Options {
  scope: string
  uses: string
  expires: string
  json?: true
}

/** Seconds of each unit. */
const UNITS: Record<string, number> = { s: 1, m: 60, h: 60 * 60, d: DAY_SECONDS }

export function tokenCommand(): Command {
  const token = new Command('token').description(
    'Initial access tokens: they let software without a statement register',
  )
  token
    .command('create')
    .description('make one and print it; it is shown this once')
    .requiredOption('--scope <scopes>', 'what registered software may do: scopes with spaces between them')
    .option('--uses <count>', 'how many clients may register with it', '1')
    .option('--expires <time>', 'how long it is good, such as 30m, 24h or 7d', '24h')
    .option('--json', 'print JSON')
    .action((options: Options) =>
      asOperator(async ctx => {
        const { token, expiresAt } = await createInitialAccessToken(ctx, inputOf(options))
        print(options.json ? JSON.stringify({ token, expires_at: expiresAt.toISOString() }) : token)
      }),
    )
  return token
}

function inputOf({ scope, uses, expires }: Options) {
  return typed(initialAccessTokenSchema, {
    scopes: scope.split(/\s+/).filter(Boolean),
    uses: Number(uses),
    lifetime: secondsOf(expires),
  })
}

function secondsOf(text: string): number {
  const [, count, unit = ''] = /^(\d{1,9})([smhd])$/.exec(text) ?? []
  const seconds = UNITS[unit]
  if (count === undefined || seconds === undefined) {
    throw new AppError('INVALID', `"${text}" is not a length of time such as 30m, 24h or 7d.`)
  }
  return Number(count) * seconds
}
