import { Command } from 'commander'
import { staffGrantSchema } from '@/lib/accounts/schema'
import { grantStaff, listStaff, revokeStaff } from '@/lib/accounts/staff'
import { asOperator, print } from './session'
import { table } from './table'
import { typed } from './typed'

export function staffCommand(): Command {
  const staff = new Command('staff').description(
    'Platform roles: "operator" runs the installation, "sales" sells',
  )
  staff
    .command('grant <email> <role>')
    .description('give "operator" or "sales" to whoever signs in with this address')
    .action((email: string, role: string) =>
      asOperator(async ctx => {
        await grantStaff(ctx, typed(staffGrantSchema, { email, role }))
        print(`${email} has the role ${role}.`)
      }),
    )
  staff
    .command('revoke <email> <role>')
    .description('take the role away, at once')
    .action((email: string, role: string) =>
      asOperator(async ctx => {
        await revokeStaff(ctx, typed(staffGrantSchema, { email, role }))
        print(`${email} no longer has the role ${role}.`)
      }),
    )
  staff
    .command('list')
    .description('everybody with a platform role')
    .option('--json', 'print JSON')
    .action((options: { json?: true }) =>
      asOperator(async ctx => {
        const rows = await listStaff(ctx)
        const lines = rows.map(({ email, role, from }) => ({
          EMAIL: email,
          ROLE: role.toLowerCase(),
          FROM: from,
        }))
        print(options.json ? JSON.stringify(rows, null, 2) : table(lines))
      }),
    )
  return staff
}
