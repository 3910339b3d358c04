import { StartError } from './start-error'

/** Placeholder until the embedded server lands. */
export async function startEmbedded(_options: {
  dataDir: string
  log: unknown
}): Promise<{ url: string; stop: () => Promise<void> }> {
  throw new StartError('Set DATABASE_URL.')
}
