import { Command } from 'commander'
import { signInLinkSchema } from '@/lib/accounts/schema'
import { createSignInLink } from '@/lib/accounts/sign-in-link'
import { LINK_MINUTES } from '@/lib/accounts/terms'
import { asOperator, print } from './session'
import { typed } from './typed'

export function signInLinkCommand(): Command {
  return new Command('signin-link')
    .description(
      `print a link that signs in once, within ${LINK_MINUTES} minutes; creates the account if need be`,
    )
    .argument('<email>', 'whose account it signs in to')
    .action((email: string) =>
      asOperator(async ctx => print(await createSignInLink(ctx, typed(signInLinkSchema, { email })))),
    )
}
