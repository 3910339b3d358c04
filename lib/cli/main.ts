import { Command } from 'commander'
import { StartError } from '@/lib/database/start-error'
import { AppError } from '@/lib/errors'
import { clientCommand } from './client'
import { configCommand } from './config'
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

main(process.argv).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
})

/** Refusals are told as they are; anything else is a fault of ours, with its trace. */
function explain(error: unknown): string {
  if (error instanceof StartError || error instanceof AppError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
