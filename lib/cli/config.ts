import { Command } from 'commander'
import { ssaConfiguration } from '@/lib/configuration/read'
import { setSsaConfiguration } from '@/lib/configuration/set'
import { AppError } from '@/lib/errors'
import { asOperator, print } from './session'

export function configCommand(): Command {
  const config = new Command('config').description('Configuration of software statements')
  config
    .command('show')
    .description('print the configuration in force, as JSON')
    .action(() => asOperator(async ctx => print(JSON.stringify(await ssaConfiguration(ctx.db), null, 2))))
  config
    .command('set <property> <json>')
    .description(`e.g. config set ssaMapSoftwareRolesToScopes '{"license":["a-scope"],"reports":[]}'`)
    .action((property: string, json: string) =>
      asOperator(async ctx => {
        const now = await setSsaConfiguration(ctx, { [property]: parseJson(json) })
        print(JSON.stringify(now, null, 2))
      }),
    )
  return config
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError(
      'INVALID',
      'The value is not JSON. Put it in single quotes, with double quotes inside.',
    )
  }
}
