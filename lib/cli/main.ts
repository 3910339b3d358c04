import { Command } from 'commander'
import { clientCommand } from './client'
import { configCommand } from './config'
import { explainAndFail } from './explain'
import { keysCommand } from './keys'
import { signInLinkCommand } from './signin-link'
import { staffCommand } from './staff'
import { tokenCommand } from './token'

/** `writ`: what operators do from a shell. Works beside a running server; only results go to standard output. */
async function main(argv: string[]): Promise<void> {
  const program = new Command('writ')
    .description('Operate this installation of Writ. Works while the server runs.')
    .showHelpAfterError()
    .addCommand(signInLinkCommand())
    .addCommand(staffCommand())
    .addCommand(clientCommand())
    .addCommand(tokenCommand())
    .addCommand(keysCommand())
    .addCommand(configCommand())
  await program.parseAsync(argv)
}

main(process.argv).catch(explainAndFail)
