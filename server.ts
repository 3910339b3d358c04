import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import next from 'next'
import { isMachinePath } from '@/lib/api/app'
import { refusalBeforePath } from '@/lib/api/before-path'
import { machineListener } from '@/lib/api/door'
import { StartError } from '@/lib/database/start-error'
import { type Env, isDevelopment, prepareEnv } from '@/lib/env'
import { writeGathered } from '@/lib/gathered'
import { startJobs } from '@/lib/jobs/start'
import { faultOf, log } from '@/lib/log'
import { addressReader } from '@/lib/start/address'
import { announce, startLog } from '@/lib/start/announce'
import { rememberIssuer } from '@/lib/start/issuer'
import { listen } from '@/lib/start/listen'
import { answerOutages } from '@/lib/start/outages'
import { prepareForPages, stamp } from '@/lib/start/people-door'
import { openRuntime } from '@/lib/start/runtime'
import { stopOnSignal } from '@/lib/start/shutdown'
import { answerUnparsable } from '@/lib/start/unparsable'
import { upgradesOf } from '@/lib/start/upgrades'

/**
 * Milliseconds that a connection waits for its next request. Node's 5 s would close it just as a client sends one, which
 * then fails with ECONNRESET or, behind a proxy, with 502: the usual proxies keep theirs for 60 s, and must be the ones
 * that close.
 */
const KEPT_OPEN = 75_000

/** One process, one port: the machine door answers its own paths, and Next everything else. */
async function main(): Promise<void> {
  const env = prepareEnv()
  const server = createServer({ keepAliveTimeout: KEPT_OPEN })
  server.on('request', answerStarting)
  answerUnparsable(server)
  // The port comes first: a second start by mistake must not touch the database.
  await listen(server, env.PORT, env.WRIT_HOST)
  // A signal during the start waits for it: nothing is left running half-opened.
  const started = start(env, server)
  stopOnSignal(server, async () => (await started)())
  await started
}

/** Opens everything and lets the doors answer; gives what closes it again. */
async function start(env: Env, server: Server): Promise<() => Promise<void>> {
  const readAddress = addressReader(env.WRIT_TRUSTED_PROXIES)
  const pages = next({
    dev: isDevelopment(),
    // What fails on a page is told to the log, by instrumentation.ts.
    quiet: !isDevelopment(),
    httpServer: upgradesOf(server, isDevelopment()),
    port: env.PORT,
    hostname: 'localhost',
  })
  const [runtime] = await Promise.all([openRuntime(env, startLog), pages.prepare()])
  const jobs = await startJobs(runtime)
  server.off('request', answerStarting)
  server.on('request', listener({ env, readAddress, pages: pages.getRequestHandler() }))
  announce(env, await rememberIssuer(runtime.db, env.WRIT_URL))
  return async () => {
    await pages.close()
    await jobs.stop()
    await writeGathered(runtime.db)
    await runtime.close()
  }
}

/** For callers who come before the database is open. */
const answerStarting: RequestListener = (request, response) => {
  if (!isMachinePath(request.url ?? '/')) {
    response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain' }).end('Writ is starting.\n')
    return
  }
  response
    .writeHead(503, { 'retry-after': '2', 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(refusalBeforePath(503, 'Writ is starting.'))
}

interface Doors {
  env: Env
  readAddress: ReturnType<typeof addressReader>
  pages: (...args: Parameters<RequestListener>) => Promise<void>
}

function listener({ env, readAddress, pages }: Doors): RequestListener {
  const machines = machineListener()
  return (request, response) => {
    const path = request.url ?? '/'
    const facts = { env, requestId: randomUUID(), address: readAddress(request) }
    stamp(request, facts)
    const machine = isMachinePath(path)
    if (!machine) {
      prepareForPages(request, response, facts)
      answerOutages(response, facts.requestId)
    }
    const door = machine ? machines : pages
    door(request, response).catch(error => {
      // Without the query: a sign-in link carries its token there.
      log.error({ ...faultOf(error), path: path.split('?', 1)[0] }, 'a request failed')
      response.destroy()
    })
  }
}

main().catch(error => {
  if (error instanceof StartError) process.stderr.write(`\n${error.message}\n`)
  else log.fatal({ err: error }, 'Writ could not start')
  process.exit(1)
})
