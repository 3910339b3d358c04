// HTTP/1.1 load over keep-alive connections, one request at a time on each. Its own, because load tools mishandle
// HEAD, and because a client that spares the CPU leaves the server as the slower side.
import { connect } from 'node:net'

/**
 * Sends `request(n)` (a Buffer; null ends the run) for so many seconds; resolves to the latencies in milliseconds and
 * to how many answers had another status than `expect`. With `rate`, so many requests a second, each counted from when
 * it was due: an answer that is late makes those behind it late too.
 */
export async function load({ port, request, head = false, expect, seconds, rate, connections = 32 }) {
  const started = performance.now()
  const run = { next: 0, latencies: [], wrong: 0, sample: '', until: started + seconds * 1000, started, rate }
  const lanes = Array.from({ length: connections }, () => lane({ port, request, head, expect, run }))
  await Promise.all(lanes)
  return { ...run, seconds: (performance.now() - started) / 1000 }
}

function lane({ port, request, head, expect, run }) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let sentAt = 0
    let pending = Buffer.alloc(0)
    const send = () => {
      const number = run.next++
      const wait = run.rate ? run.started + (number / run.rate) * 1000 - performance.now() : 0
      if (wait > 0) setTimeout(write, wait, number, 0)
      else write(number, -wait)
    }
    const write = (number, late) => {
      const bytes = performance.now() < run.until ? request(number) : null
      if (bytes === null) return socket.end(() => resolve())
      sentAt = performance.now() - late
      socket.write(bytes)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', data => {
      pending = pending.length === 0 ? data : Buffer.concat([pending, data])
      const length = answerLength(pending, head)
      if (length === null || pending.length < length) return
      run.latencies.push(performance.now() - sentAt)
      const status = pending.toString('latin1', 9, 12)
      if (status !== String(expect)) {
        run.wrong += 1
        run.sample ||= pending.toString('utf8', 0, 600)
      }
      pending = pending.subarray(length)
      send()
    })
  })
}

/** Bytes of the answer at the start of the buffer; null while its head is not complete. */
function answerLength(buffer, head) {
  const end = buffer.indexOf('\r\n\r\n')
  if (end < 0) return null
  if (head) return end + 4
  const text = buffer.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)
  if (length) return end + 4 + Number(length[1])
  if (!/\r\ntransfer-encoding: *chunked/i.test(text)) return end + 4
  const last = buffer.indexOf('\r\n0\r\n\r\n', end)
  return last < 0 ? null : last + 7
}

/** A request as bytes. `headers` is an object; a body sets the length. */
export function httpRequest(method, path, { headers = {}, body = '' } = {}) {
  const bytes = Buffer.from(body)
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`)
  if (bytes.length > 0) lines.push(`content-length: ${bytes.length}`)
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), bytes])
}
