import { startEmbedded } from '@/lib/database/embedded'
import { log } from '@/lib/log'

/** Runs the embedded PostgreSQL in the named directory until SIGTERM; prints its address. */
const { url, stop } = await startEmbedded({ dataDir: process.argv[2] ?? 'data', log })
process.stdout.write(`${url}\n`)
process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)
