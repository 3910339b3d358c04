import { Command } from 'commander'
import { StartError } from '@/lib/database/start-error'
import { AppError } from '@/lib/errors'
import { configCommand } from './config'
import { keysCommand } from './keys'

/** `writ`: what operators do from a shell. Works beside a running server; only results go to standard output. */
async function main(argv: string[]): Promise<void> {
  const program = new Command('writ')
    .description('Operate this installation of Writ. Works while the server runs.')
    .showHelpAfterError()
    .addCommand(keysCommand())
    .addCommand(configCommand())
  await program.parseAsync(argv)
}

main(process.argv).catch((error: unknown) => {
  const told = error instanceof StartError || error instanceof AppError
  process.stderr.write(`${told ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
