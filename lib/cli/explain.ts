import { StartError } from '@/lib/database/start-error'
import { AppError } from '@/lib/errors'

/** The end of a command that failed: refusals are told as they are; anything else is a fault of ours, with its trace. */
export function explainAndFail(error: unknown): void {
  process.stderr.write(`${textOf(error)}\n`)
  process.exitCode = 1
}

function textOf(error: unknown): string {
  if (error instanceof StartError || error instanceof AppError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
