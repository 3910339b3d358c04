import { once } from 'node:events'
import { pino } from 'pino'
import { startEmbedded } from '@/lib/database/embedded'

// A process that uses an embedded server until it is told to stop: prints the connection string when it is ready.
const [dataDir = ''] = process.argv.slice(2)
const server = await startEmbedded({ dataDir, log: pino({ level: 'error' }, process.stderr) })
process.stdout.write(`${server.url}\n`)
await once(process, 'SIGTERM')
await server.stop()
process.exit()
