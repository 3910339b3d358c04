/**
 * What runs in the worker thread. It is text, so that it is the same however the program was built. A hook may change
 * its first argument or return another value: both go back.
 */
export const WORKER_CODE = `
const { parentPort, workerData } = require('node:worker_threads')
const loading = import(workerData)
loading.catch(() => {})
parentPort.on('message', async ({ name, subject, context }) => {
  try {
    const hook = (await loading)[name]
    const returned = typeof hook === 'function' ? await hook(subject, context) : undefined
    parentPort.postMessage({ done: { returned, subject } })
  } catch (error) {
    parentPort.postMessage({ failed: error instanceof Error ? error.stack ?? error.message : String(error) })
  }
})
`
