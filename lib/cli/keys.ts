import { Command, Option } from 'commander'
import { type KeyView, listKeys } from '@/lib/keys/list'
import { rotateKeys } from '@/lib/keys/rotate'
import { rotateKeySchema } from '@/lib/keys/schema'
import { asOperator, print } from './session'
import { table } from './table'
import { typed } from './typed'

export function keysCommand(): Command {
  const keys = new Command('keys').description(
    'Signing keys: "ssa" signs statements, "token" access tokens, "license" license documents',
  )
  keys
    .command('list')
    .description('every key, its state, and how long it is still needed')
    .option('--json', 'print JSON')
    .action((options: { json?: true }) =>
      asOperator(async ctx => {
        const rows = await listKeys(ctx)
        print(options.json ? JSON.stringify(rows, null, 2) : table(rows.map(keyLine)))
      }),
    )
  keys
    .command('rotate <purpose>')
    .description(
      '"ssa", "token" or "license": the waiting key signs from now on; the old one stays published while needed',
    )
    .addOption(new Option('--json', 'print JSON'))
    .action((purpose: string, options: { json?: true }) =>
      asOperator(async ctx => {
        const rotated = await rotateKeys(ctx, typed(rotateKeySchema, { purpose: purpose.toUpperCase() }))
        print(
          options.json
            ? JSON.stringify(rotated, null, 2)
            : `${rotated.active} signs now; ${rotated.retired} is retired.`,
        )
      }),
    )
  return keys
}

function keyLine(key: KeyView): Record<string, string> {
  return {
    KID: key.kid,
    PURPOSE: key.purpose.toLowerCase(),
    ALG: key.alg,
    STATE: key.status.toLowerCase(),
    CREATED: key.createdAt.toISOString(),
    'NEEDED UNTIL': key.neededUntil?.toISOString() ?? '-',
  }
}
