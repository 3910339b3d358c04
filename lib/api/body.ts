import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/errors'
import { isStorable } from '@/lib/storable'
import { type Call, header } from './call'
import { DoorError } from './refusal'

/** Bytes; a registration with a long statement and a key set has a tenth of it. */
const LARGEST = 128 * 1024
/**
 * Bytes of a body that is too large which are read all the same: some clients that are answered while they still send
 * lose the connection with their next request.
 */
const READ_OUT = 64 * LARGEST
/** Levels of objects and arrays; a key set has four. */
const DEEPEST = 20

/** A form (RFC 6749 appendix B). Parameters that come twice are refused, empty ones left out (§3.1, §3.2). */
export async function readForm(c: Call): Promise<Record<string, string>> {
  assertType(c, /^application\/x-www-form-urlencoded$/)
  const form: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(await readText(c.env.incoming))) {
    if (name in form) throw new AppError('INVALID', `The parameter ${shown(name)} comes more than once.`)
    form[name] = value
  }
  for (const name in form) if (form[name] === '') delete form[name]
  return form
}

/** A JSON body of at most twenty levels, without members named `__proto__`, its text fit to be stored. */
export async function readJson(c: Call): Promise<unknown> {
  assertType(c, /^application\/([a-z0-9.-]+\+)?json$/)
  const text = await readText(c.env.incoming)
  return harmless(parse(text), DEEPEST)
}

function assertType(c: Call, wanted: RegExp): void {
  const [type = ''] = (header(c, 'content-type') ?? '').split(';')
  if (wanted.test(type.trim().toLowerCase())) return
  const name = wanted.source.includes('json') ? 'application/json' : 'application/x-www-form-urlencoded'
  throw new AppError('INVALID', `Send the body as ${name}.`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('INVALID', 'The body is not JSON.')
  }
}

/** Members named `__proto__` would change the objects that they are later copied into. */
function harmless(value: unknown, levels: number): unknown {
  if (typeof value === 'string') return storable(value)
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0)
    throw new AppError('INVALID', `The body is nested more than ${DEEPEST} levels deep. Send it flatter.`)
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__')
  for (const [name, member] of Object.entries(value)) {
    storable(name)
    harmless(member, levels - 1)
  }
  return value
}

function storable(text: string): string {
  if (!isStorable(text))
    throw new AppError('INVALID', 'The body has text with U+0000 or half a character. Leave these out.')
  return text
}

/** Strict: a signature or a name must not change by a silent replacement (RFC 8259 §8.1). A byte order mark is dropped. */
const decoder = new TextDecoder('utf-8', { fatal: true })

/** The body as text, at most 128 kB. */
export function readText(incoming: IncomingMessage): Promise<string> {
  if (Number(incoming.headers['content-length'] ?? 0) > READ_OUT) return Promise.reject(tooLarge())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= LARGEST) chunks.push(chunk)
      else if (size > READ_OUT) reject(tooLarge())
    })
    incoming.on('end', () => {
      if (size > LARGEST) return reject(tooLarge())
      try {
        resolve(decoder.decode(Buffer.concat(chunks)))
      } catch {
        reject(new AppError('INVALID', 'The body is not UTF-8.'))
      }
    })
    incoming.on('error', () => reject(new AppError('INVALID', 'The body ended too early.')))
    incoming.on('aborted', () => reject(new AppError('INVALID', 'The body ended too early.')))
  })
}

function tooLarge(): DoorError {
  return new DoorError(413, `The body is larger than ${LARGEST / 1024} kB. Send less.`)
}

function shown(name: string): string {
  return /^[\w.-]{1,40}$/.test(name) ? name : 'with this name'
}
